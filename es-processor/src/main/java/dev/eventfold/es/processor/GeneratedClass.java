package dev.eventfold.es.processor;

import com.palantir.javapoet.TypeSpec;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A class to be written.
 *
 * @param packageName where
 * @param type what
 * @param from the classes that it is generated from
 * @param origin the one source that it depends on; absent for what depends on all
 * @param lint the warnings that it would give the user, who was already told where the cause is declared
 */
record GeneratedClass(
        String packageName,
        TypeSpec.Builder type,
        SortedSet<ClassRef> from,
        Optional<ClassRef> origin,
        Set<String> lint) {

    static GeneratedClass ofModule(String packageName, TypeSpec.Builder type, Collection<ClassRef> from) {
        return new GeneratedClass(packageName, type, new TreeSet<>(from), Optional.empty(), Set.of());
    }

    static GeneratedClass beside(ClassRef origin, TypeSpec.Builder type, Collection<ClassRef> from, Set<String> lint) {
        return new GeneratedClass(origin.packageName(), type, new TreeSet<>(from), Optional.of(origin), lint);
    }

    ClassRef name() {
        return ClassRef.of(packageName, type.build().name());
    }
}
