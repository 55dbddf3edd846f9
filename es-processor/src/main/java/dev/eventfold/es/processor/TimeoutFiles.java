package dev.eventfold.es.processor;

import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * Writes the constants of the timeouts of each class that has some, whatever else is wrong with it: without them one mistake would become many
 * messages.
 */
final class TimeoutFiles {
    private final Elements elements;
    private final JavaTypes types;
    private final SourceFiles files;
    private final SortedSet<ClassRef> waiting = new TreeSet<>();
    private final SortedSet<ClassRef> done = new TreeSet<>();

    TimeoutFiles(Elements elements, JavaTypes types, SourceFiles files) {
        this.elements = elements;
        this.types = types;
        this.files = files;
    }

    /** Classes whose methods may be annotated. */
    void add(Collection<ClassRef> owners) {
        waiting.addAll(owners);
    }

    /** Writes what is new; false when no file came of it, so that no further round is sure. */
    boolean write() {
        boolean created = false;
        for (ClassRef owner : waiting) {
            if (!owner.packageName().isEmpty() && done.add(owner)) {
                created |= types.find(owner).filter(this::write).isPresent();
            }
        }
        waiting.clear();
        return created;
    }

    private boolean write(TypeElement type) {
        SortedMap<String, String> timeouts = new TreeMap<>();
        for (ExecutableElement method : JavaTypes.methods(type)) {
            Annotations.find(method, Api.ON_TIMEOUT)
                    .map(values -> values.requiredText("value"))
                    .ifPresent(name -> timeouts.putIfAbsent(TimeoutConstant.of(name), name));
        }
        if (timeouts.isEmpty()) {
            return false;
        }
        GeneratedClass constants = TimeoutsWriter.write(types.ref(type), manager(type), timeouts);
        return files.write(constants, Optional.of(elements.getModuleOf(type))) == SourceFiles.Outcome.CREATED;
    }

    /** The stored name; a class without one is told to have one, and compiles no further. */
    private static String manager(TypeElement type) {
        return Annotations.find(type, Api.PROCESS_MANAGER)
                .map(values -> values.requiredText("value"))
                .orElse(type.getSimpleName().toString());
    }
}
