package dev.eventfold.es.processor;

import java.util.SortedSet;
import java.util.TreeSet;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;

/**
 * One run of the compiler, from round to round.
 *
 * <p>Definitions are written in the round that shows their class. {@code Commands}, {@code ProcessManagers} and the module class wait for the
 * first round that shows nothing new, so that what other processors write is seen, but are written before any error goes out: javac then ends
 * the rounds, and without these classes one mistake would become many messages.
 */
final class Compilation {
    private final Diagnostics diagnostics;
    private final AnnotatedTypes annotated;
    private final ModuleContents contents = new ModuleContents();
    private final ModuleReader reader;
    private final DefinitionFiles definitions;
    private final ModuleFiles moduleFiles;
    private final EarlierOutput earlier;
    private final SortedSet<ClassRef> unread = new TreeSet<>();
    private boolean begun;
    private boolean written;

    private Compilation(ProcessingEnvironment environment, JavaTypes types, Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
        this.annotated = new AnnotatedTypes(types);
        Options options = Options.read(environment.getOptions(), diagnostics);
        SourceFiles files = new SourceFiles(environment, types, diagnostics);
        this.earlier = new EarlierOutput(environment, types, options);
        this.reader = ModuleReader.of(environment, types, diagnostics, annotated::compiledHere, contents);
        this.definitions = new DefinitionFiles(environment, types, files);
        this.moduleFiles = new ModuleFiles(environment, files, new ModulePackage(options, diagnostics), diagnostics);
    }

    static Compilation in(ProcessingEnvironment environment) {
        JavaTypes types = new JavaTypes(environment);
        SpotFinder finder = new SpotFinder(environment.getElementUtils(), types);
        return new Compilation(environment, types, new Diagnostics(finder, environment.getMessager()));
    }

    void process(RoundEnvironment round) {
        if (round.processingOver()) {
            moduleFiles.writeServices();
        } else {
            read(annotated.in(round));
        }
        diagnostics.flush();
    }

    private void read(AnnotatedTypes.Found found) {
        contents.annotated().addAll(found.types());
        contents.chosenPackages().addAll(found.packages());
        unread.addAll(found.types());
        if (!begun && !contents.isEmpty()) {
            begun = true;
            earlier.find(contents).ifPresent(left -> {
                contents.continues(left.modulePackage());
                unread.addAll(left.types());
            });
        }
        int before = unread.size();
        unread.removeIf(reader::read);
        boolean defined = definitions.write(contents);
        boolean quiet = found.types().isEmpty() && unread.size() == before;
        if (begun && !written && (quiet || !defined || diagnostics.errors() > 0)) {
            written = true;
            moduleFiles.write(contents);
        }
    }
}
