package dev.eventfold.es.processor;

import com.palantir.javapoet.TypeSpec;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;

/** Writes the definitions of what was read and found sound, each once. */
final class DefinitionFiles {
    private final ProcessingEnvironment environment;
    private final JavaTypes types;
    private final SourceFiles files;
    private final Set<ClassRef> done = new HashSet<>();

    DefinitionFiles(ProcessingEnvironment environment, JavaTypes types, SourceFiles files) {
        this.environment = environment;
        this.types = types;
        this.files = files;
    }

    /** Writes what is new; false when nothing was. */
    boolean write(ModuleContents contents) {
        int before = done.size();
        for (Aggregate aggregate : contents.aggregates()) {
            if (aggregate.sound() && done.add(aggregate.type())) {
                write(aggregate.type(), AggregateWriter.write(aggregate), AggregateWriter.sources(aggregate));
            }
        }
        for (ProcessManager manager : contents.managers()) {
            if (manager.sound() && done.add(manager.type())) {
                write(manager.type(), ProcessManagerWriter.write(manager), ProcessManagerWriter.sources(manager));
            }
        }
        return done.size() > before;
    }

    private void write(ClassRef source, TypeSpec.Builder definition, List<ClassRef> from) {
        TypeElement origin = types.find(source).orElseThrow();
        files.write(
                source.packageName(),
                definition,
                from,
                Optional.ofNullable(environment.getElementUtils().getModuleOf(origin)),
                Optional.of(origin));
    }
}
