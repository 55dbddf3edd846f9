package dev.eventfold.es.processor;

import java.util.HashSet;
import java.util.Set;
import javax.lang.model.util.Elements;

/** Writes the definitions of what was read and found sound, each once. */
final class DefinitionFiles {
    private final Elements elements;
    private final JavaTypes types;
    private final SourceFiles files;
    private final Set<ClassRef> done = new HashSet<>();

    DefinitionFiles(Elements elements, JavaTypes types, SourceFiles files) {
        this.elements = elements;
        this.types = types;
        this.files = files;
    }

    /** Writes what is new; false when no file came of it, so that no further round is sure. */
    boolean write(ModuleContents contents) {
        boolean created = false;
        for (Aggregate aggregate : contents.aggregates()) {
            if (aggregate.sound() && done.add(aggregate.type())) {
                created |= write(AggregateWriter.write(aggregate), aggregate.type(), contents);
            }
        }
        for (ProcessManager manager : contents.managers()) {
            if (manager.sound() && done.add(manager.type())) {
                created |=
                        write(ProcessManagerWriter.write(contents.withFormerNames(manager)), manager.type(), contents);
            }
        }
        return created;
    }

    private boolean write(GeneratedClass definition, ClassRef source, ModuleContents contents) {
        SourceFiles.Outcome outcome = files.write(definition, types.find(source).map(elements::getModuleOf));
        if (outcome != SourceFiles.Outcome.ABSENT) {
            contents.define(source);
        }
        return outcome == SourceFiles.Outcome.CREATED;
    }
}
