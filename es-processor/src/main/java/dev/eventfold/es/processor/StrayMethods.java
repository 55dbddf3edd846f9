package dev.eventfold.es.processor;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** Finds annotated methods that nobody would ever call, since their class does not say what it is. */
final class StrayMethods {
    private static final Map<String, Set<String>> HOMES = new TreeMap<>(Map.of(
            Api.HANDLES, Set.of(Api.AGGREGATE),
            Api.APPLIES, Set.of(Api.AGGREGATE, Api.PROCESS_MANAGER),
            Api.REACTS, Set.of(Api.PROCESS_MANAGER),
            Api.ON_REJECTION, Set.of(Api.PROCESS_MANAGER),
            Api.UPCASTS, Set.of(Api.EVENT_OF, Api.COMMAND_FOR, Api.PROCESS_MANAGER)));

    private final JavaTypes types;
    private final Diagnostics diagnostics;

    StrayMethods(JavaTypes types, Diagnostics diagnostics) {
        this.types = types;
        this.diagnostics = diagnostics;
    }

    /** Checks the classes that have annotated methods; what an annotated class inherits is told there. */
    void check(SortedSet<ClassRef> owners, Iterable<ClassRef> annotated) {
        Set<ClassRef> inherited = new HashSet<>();
        annotated.forEach(name -> types.find(name).ifPresent(type -> addParents(type, inherited)));
        for (ClassRef owner : owners) {
            if (!inherited.contains(owner)) {
                types.find(owner).ifPresent(this::check);
            }
        }
    }

    private void addParents(TypeElement type, Set<ClassRef> inherited) {
        try {
            types.interfaces(type).forEach(parent -> inherited.add(types.ref(parent)));
            TypeMirror superclass = type.getSuperclass();
            types.element(superclass).ifPresent(parent -> {
                inherited.add(types.ref(parent));
                addParents(parent, inherited);
            });
        } catch (MissingType unknown) {
            inherited.add(types.ref(type));
        }
    }

    private void check(TypeElement type) {
        for (ExecutableElement method : JavaTypes.methods(type)) {
            HOMES.forEach((annotation, homes) -> {
                if (Annotations.has(method, annotation) && homes.stream().noneMatch(home -> isMarked(type, home))) {
                    report(type, method, annotation, homes);
                }
            });
        }
    }

    private boolean isMarked(TypeElement type, String home) {
        return Annotations.has(type, home)
                || types.interfaces(type).stream().anyMatch(family -> Annotations.has(family, home));
    }

    private void report(TypeElement type, ExecutableElement method, String annotation, Set<String> homes) {
        String wanted = homes.stream()
                .sorted()
                .map(home -> "@" + Api.simpleName(home))
                .reduce((left, right) -> left + " or " + right)
                .orElseThrow();
        diagnostics.report(
                SourceSpot.of(types.ref(type)).member(types.signature(method)).annotation(annotation),
                Problem.STRAY_METHOD,
                method.getSimpleName(),
                Api.simpleName(annotation),
                type.getSimpleName(),
                wanted);
    }

    /** The first of our annotations on a method. */
    static Optional<String> annotation(ExecutableElement method) {
        return HOMES.keySet().stream()
                .filter(annotation -> Annotations.has(method, annotation))
                .findFirst();
    }
}
