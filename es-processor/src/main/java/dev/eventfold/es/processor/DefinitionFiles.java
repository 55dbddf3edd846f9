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

    /** Writes what is new; false when nothing was. */
    boolean write(ModuleContents contents) {
        int before = done.size();
        for (Aggregate aggregate : contents.aggregates()) {
            if (aggregate.sound() && done.add(aggregate.type())) {
                write(AggregateWriter.write(aggregate), aggregate.type());
            }
        }
        for (ProcessManager manager : contents.managers()) {
            if (manager.sound() && done.add(manager.type())) {
                write(ProcessManagerWriter.write(contents.withFormerNames(manager)), manager.type());
            }
        }
        return done.size() > before;
    }

    private void write(GeneratedClass definition, ClassRef source) {
        files.write(definition, types.find(source).map(elements::getModuleOf));
    }
}
