package dev.eventfold.es.processor;

import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.TypeElement;

/**
 * One run of the compiler, from round to round.
 *
 * <p>Definitions and the constants of timeouts are written in the round that shows their class. {@code Commands}, {@code ProcessManagers} and the module class wait for the
 * first round that shows nothing new, so that what other processors write is seen, but are written before any error goes out: javac then ends
 * the rounds, and without these classes one mistake would become many messages. The module class names the definitions that are there and no
 * others, so it waits a little longer for a class that names a type which nobody has seen yet.
 */
final class Compilation {
    private final Diagnostics diagnostics;
    private final AnnotatedTypes annotated;
    private final ModuleContents contents = new ModuleContents();
    private final ModuleReader reader;
    private final StrayMethods strays;
    private final DefinitionFiles definitions;
    private final TimeoutFiles timeouts;
    private final ModuleFiles moduleFiles;
    private final EarlierOutput earlier;
    private final SchemaChecks schema;
    private final SortedSet<ClassRef> unread = new TreeSet<>();
    private boolean begun;
    private boolean checked;

    private Compilation(ProcessingEnvironment environment, JavaTypes types, Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
        this.annotated = new AnnotatedTypes(types);
        Options options = Options.read(environment.getOptions(), diagnostics);
        DeclarationReader declarations =
                new DeclarationReader(types, environment.getElementUtils(), annotated::compiledHere);
        Readers readers = Readers.of(types, declarations, diagnostics);
        this.reader = new ModuleReader(readers, environment.getElementUtils(), contents);
        this.strays = new StrayMethods(readers);
        this.earlier = new EarlierOutput(environment, types, options, annotated::compiledHere);
        SourceFiles files = new SourceFiles(environment, types, diagnostics, annotated::isSource);
        CodedTypeReader coded =
                new CodedTypeReader(types, environment.getElementUtils(), readers.forms(), declarations);
        CodecFiles codecs = new CodecFiles(environment.getElementUtils(), types, new CodecReader(coded), files);
        ShapeReader shapes = new ShapeReader(types, environment);
        this.definitions = new DefinitionFiles(
                environment.getElementUtils(), types, files, codecs, new WiringReader(types, shapes));
        this.timeouts = new TimeoutFiles(environment.getElementUtils(), types, files);
        this.schema =
                new SchemaChecks(types, new SchemaReader(types, shapes), options, annotated::compiledHere, diagnostics);
        this.moduleFiles =
                new ModuleFiles(environment, files, new ModulePackage(options, diagnostics), earlier, diagnostics);
    }

    static Compilation in(ProcessingEnvironment environment) {
        JavaTypes types = new JavaTypes(environment);
        SpotFinder finder = new SpotFinder(environment.getElementUtils(), types);
        return new Compilation(environment, types, new Diagnostics(finder, environment.getMessager()));
    }

    void process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        if (round.processingOver()) {
            check();
            moduleFiles.finish(contents);
            boolean isSound = !round.errorRaised() && !annotated.nameUnknownTypes();
            if (checked && isSound) {
                schema.check(contents);
            }
            diagnostics.finish(isSound);
        } else {
            AnnotatedTypes.Found found = annotated.in(round, annotations);
            note(found);
            contents.homeless().addAll(strays.check(found.owners(), contents.annotated()));
            work(!found.types().isEmpty());
            diagnostics.flush();
        }
    }

    private void note(AnnotatedTypes.Found found) {
        if (moduleFiles.areBegun()) {
            found.types().stream().filter(reader::isNeededByModule).forEach(this::reportLate);
        }
        contents.annotated().addAll(found.types());
        contents.chosenPackages().addAll(found.packages());
        unread.addAll(found.types());
        reader.senders().add(found.owners(), found.packages());
        timeouts.add(found.owners());
        if (!begun && !contents.isEmpty()) {
            begun = true;
            earlier.find(contents).ifPresentOrElse(this::goOn, this::reportLost);
        }
    }

    private void goOn(EarlierOutput.Left left) {
        contents.continues(left.modulePackage());
        unread.addAll(left.types());
        reader.senders().add(left.types(), left.packages());
        timeouts.add(left.types());
    }

    private void reportLost() {
        earlier.firstLost(contents)
                .ifPresent(lost -> diagnostics.report(SourceSpot.nowhere(), Problem.UNSEEN_OUTPUT, lost));
    }

    private void reportLate(ClassRef type) {
        diagnostics.report(SourceSpot.ofMark(type), Problem.TOO_LATE, type.nestedName());
    }

    private void work(boolean isNew) {
        int before = unread.size();
        unread.removeIf(this::read);
        reader.senders().read(contents);
        boolean quiet = !isNew && unread.size() == before;
        if (quiet || diagnostics.errors() > 0) {
            check();
        }
        boolean constants = timeouts.write();
        boolean defined = definitions.write(contents) || constants;
        if (begun && !moduleFiles.areComplete() && (quiet || !defined || diagnostics.errors() > 0)) {
            check();
            moduleFiles.write(contents, unread.isEmpty());
        }
    }

    private boolean read(ClassRef type) {
        boolean isRead = reader.read(type);
        if (isRead && moduleFiles.areComplete() && reader.isDefined(type)) {
            reportLate(type);
        }
        return isRead;
    }

    /** Once nothing is left to be read; what is incomplete would look wrong. */
    private void check() {
        if (!checked && begun && unread.isEmpty()) {
            checked = true;
            reader.checkRawKeys();
            ModuleChecks.check(contents, diagnostics);
        }
    }
}
