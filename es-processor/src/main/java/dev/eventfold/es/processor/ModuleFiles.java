package dev.eventfold.es.processor;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.util.Elements;
import javax.tools.StandardLocation;

/** Writes what there is once for each module: {@code Commands}, {@code ProcessManagers}, the module class and how it is found. */
final class ModuleFiles {
    static final String SERVICES = "META-INF/services/" + Api.GENERATED_MODULE;

    private final ProcessingEnvironment environment;
    private final SourceFiles files;
    private final ModulePackage packages;
    private final EarlierOutput earlier;
    private final Diagnostics diagnostics;
    private Optional<String> home = Optional.empty();
    private Optional<String> provider = Optional.empty();
    private final Deque<Function<ModuleContents, GeneratedClass>> waiting = new ArrayDeque<>();
    private boolean begun;

    ModuleFiles(
            ProcessingEnvironment environment,
            SourceFiles files,
            ModulePackage packages,
            EarlierOutput earlier,
            Diagnostics diagnostics) {
        this.environment = environment;
        this.files = files;
        this.packages = packages;
        this.earlier = earlier;
        this.diagnostics = diagnostics;
    }

    /** Whether {@code Commands} is there, so that no command can be added to it. */
    boolean areBegun() {
        return begun;
    }

    /** Whether the module class is there too, so that no definition can be added to it. */
    boolean areComplete() {
        return begun && waiting.isEmpty();
    }

    /**
     * Writes all of them, or while something is awaited the next of them: that makes another round, in which it may be there. The module class
     * comes last, since it names the definitions.
     */
    void write(ModuleContents contents, boolean nothingAwaited) {
        if (!begun) {
            begun = true;
            home = packages.choose(contents);
            home.ifPresent(name -> begin(name, contents));
        }
        boolean isSureOfNextRound = false;
        while (!waiting.isEmpty() && !(isSureOfNextRound && diagnostics.errors() == 0)) {
            SourceFiles.Outcome outcome = files.write(waiting.remove().apply(contents), module(contents));
            isSureOfNextRound = !nothingAwaited && outcome == SourceFiles.Outcome.CREATED;
        }
    }

    private void begin(String name, ModuleContents contents) {
        SentChecks.check(contents, name, diagnostics);
        checkAccess(name, contents);
        Map<String, Function<ModuleContents, GeneratedClass>> classes = new LinkedHashMap<>();
        classes.put(CommandsWriter.NAME, known -> CommandsWriter.write(name, known));
        if (files.sees(module(contents), Api.AGGREGATE_STORE)) {
            classes.put(ProcessManagersWriter.NAME, known -> ProcessManagersWriter.write(name));
        }
        if (contents.isToBeFound()) {
            classes.put(ModuleWriter.NAME, known -> ModuleWriter.write(name, known));
            provider = Optional.of(name + "." + ModuleWriter.NAME);
        }
        classes.keySet().stream()
                .map(generated -> ClassRef.of(name, generated))
                .filter(earlier::isHidden)
                .findFirst()
                .ifPresentOrElse(
                        hidden ->
                                diagnostics.report(SourceSpot.nowhere(), Problem.HIDDEN_CLASS, hidden.canonicalName()),
                        () -> waiting.addAll(classes.values()));
    }

    private void checkAccess(String packageName, ModuleContents contents) {
        for (PayloadType command : contents.commands()) {
            if (command.sound() && !command.reaches(packageName)) {
                diagnostics.reportOnce(
                        command.spot(), Problem.NOT_ACCESSIBLE, command.type().nestedName(), packageName);
            } else if (!command.spot().annotation().isEmpty() && !command.id().reaches(packageName)) {
                diagnostics.report(
                        command.spot().value("id"),
                        Problem.NOT_ACCESSIBLE,
                        command.id().typeName(),
                        packageName);
            }
        }
    }

    private Optional<ModuleElement> module(ModuleContents contents) {
        Elements elements = environment.getElementUtils();
        Stream<Element> types =
                contents.annotated().stream().map(type -> elements.getTypeElement(type.canonicalName()));
        Stream<Element> packages = contents.chosenPackages().stream().map(elements::getPackageElement);
        return Stream.concat(types, packages)
                .filter(Objects::nonNull)
                .map(elements::getModuleOf)
                .findFirst();
    }

    /** In the last round: a resource can be written there without a warning, and the module class is there for the module to name. */
    void finish(ModuleContents contents) {
        if (diagnostics.errors() == 0) {
            WorkflowFiles pictures = new WorkflowFiles(environment.getFiler(), diagnostics);
            home.ifPresent(name -> pictures.write(Workflow.of(name, contents)));
        }
        if (provider.isPresent()) {
            writeServices(provider.get());
            module(contents)
                    .flatMap(module -> ModuleInfo.of(module, environment.getElementUtils()))
                    .ifPresent(module -> ModuleInfoChecks.check(module, provider.get(), contents, diagnostics));
        }
    }

    private void writeServices(String implementation) {
        try (Writer writer = environment
                .getFiler()
                .createResource(StandardLocation.CLASS_OUTPUT, "", SERVICES)
                .openWriter()) {
            writer.write(implementation + "\n");
        } catch (IOException failed) {
            diagnostics.reportOnce(SourceSpot.nowhere(), Problem.NOT_WRITTEN, SERVICES, failed);
        }
    }
}
