package dev.eventfold.es.processor;

import java.io.IOException;
import java.io.Writer;
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
    private final Diagnostics diagnostics;
    private Optional<String> service = Optional.empty();

    ModuleFiles(ProcessingEnvironment environment, SourceFiles files, ModulePackage packages, Diagnostics diagnostics) {
        this.environment = environment;
        this.files = files;
        this.packages = packages;
        this.diagnostics = diagnostics;
    }

    void write(ModuleContents contents) {
        packages.choose(contents).ifPresent(name -> write(name, contents));
    }

    private void write(String name, ModuleContents contents) {
        Optional<ModuleElement> module = module(contents);
        List<ClassRef> commands =
                contents.commands().stream().map(PayloadType::type).toList();
        files.write(name, CommandsWriter.write(name, contents.commands()), commands, module, Optional.empty());
        if (files.sees(module, Api.AGGREGATE_STORE)) {
            files.write(name, ProcessManagersWriter.write(), List.of(), module, Optional.empty());
        }
        if (!contents.defined().isEmpty()) {
            files.write(
                    name,
                    ModuleWriter.write(contents.definedAggregates(), contents.definedManagers()),
                    contents.defined(),
                    module,
                    Optional.empty());
            service = Optional.of(name + "." + ModuleWriter.NAME);
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

    /** In the last round: a resource can be written there without a warning, and nothing more can change. */
    void writeServices() {
        service.ifPresent(implementation -> {
            try (Writer writer = environment
                    .getFiler()
                    .createResource(StandardLocation.CLASS_OUTPUT, "", SERVICES)
                    .openWriter()) {
                writer.write(implementation + "\n");
            } catch (IOException failed) {
                diagnostics.report(SourceSpot.nowhere(), Problem.NOT_WRITTEN, SERVICES, failed);
            }
        });
    }
}
