package dev.eventfold.es.processor;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
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
    private boolean written;

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

    boolean areWritten() {
        return written;
    }

    void write(ModuleContents contents) {
        written = true;
        home = packages.choose(contents);
        home.ifPresent(name -> write(name, contents));
    }

    private void write(String name, ModuleContents contents) {
        SentChecks.check(contents, name, diagnostics);
        Optional<ModuleElement> module = module(contents);
        checkAccess(name, contents);
        List<GeneratedClass> classes = new ArrayList<>(List.of(CommandsWriter.write(name, contents)));
        if (files.sees(module, Api.AGGREGATE_STORE)) {
            classes.add(ProcessManagersWriter.write(name));
        }
        if (!contents.defined().isEmpty()) {
            classes.add(ModuleWriter.write(name, contents.definedAggregates(), contents.definedManagers()));
            provider = Optional.of(name + "." + ModuleWriter.NAME);
        }
        Optional<ClassRef> hidden = classes.stream()
                .map(GeneratedClass::name)
                .filter(earlier::isHidden)
                .findFirst();
        hidden.ifPresentOrElse(
                first -> diagnostics.report(SourceSpot.nowhere(), Problem.HIDDEN_CLASS, first.canonicalName()),
                () -> write(classes, module));
    }

    private void write(List<GeneratedClass> classes, Optional<ModuleElement> module) {
        for (GeneratedClass generated : classes) {
            files.write(generated, module);
        }
    }

    private void checkAccess(String packageName, ModuleContents contents) {
        for (PayloadType command : contents.commands()) {
            if (command.sound() && !command.reaches(packageName)) {
                diagnostics.report(
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
        return contents.annotated().stream()
                .map(type -> elements.getTypeElement(type.canonicalName()))
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
