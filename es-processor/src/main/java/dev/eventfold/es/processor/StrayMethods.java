package dev.eventfold.es.processor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
            Api.ON_TIMEOUT, Set.of(Api.PROCESS_MANAGER),
            Api.PROJECTS, Set.of(Api.PROJECTION),
            Api.RECEIVES, Set.of(Api.SUBSCRIBER),
            Api.UPCASTS, Set.of(Api.EVENT_OF, Api.COMMAND_FOR, Api.PROCESS_MANAGER)));

    private final JavaTypes types;
    private final UnmarkedTypes unmarked;
    private final Diagnostics diagnostics;

    StrayMethods(Readers shared) {
        this.types = shared.types();
        this.unmarked = shared.unmarked();
        this.diagnostics = shared.diagnostics();
    }

    /** Checks the classes that have annotated methods, and gives those that should be marked; what an annotated class inherits is told there. */
    Set<ClassRef> check(SortedSet<ClassRef> owners, Iterable<ClassRef> annotated) {
        Set<ClassRef> inherited = new HashSet<>();
        annotated.forEach(name -> types.find(name).ifPresent(type -> addParents(type, inherited)));
        Set<ClassRef> unmarkedOwners = new HashSet<>();
        for (ClassRef owner : owners) {
            if (!inherited.contains(owner)
                    && types.find(owner).filter(this::hasStrays).isPresent()) {
                unmarkedOwners.add(owner);
            }
        }
        return unmarkedOwners;
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

    /** Methods that one annotation would bring home are one mistake. */
    private boolean hasStrays(TypeElement type) {
        List<Stray> strays = strays(type);
        boolean any = !strays.isEmpty();
        while (!strays.isEmpty()) {
            Set<String> wanted = new TreeSet<>(strays.get(0).homes());
            List<Stray> together = new ArrayList<>();
            for (Stray stray : strays) {
                if (!Collections.disjoint(wanted, stray.homes())) {
                    wanted.retainAll(stray.homes());
                    together.add(stray);
                }
            }
            report(type, together, wanted);
            strays.removeAll(together);
        }
        return any;
    }

    private List<Stray> strays(TypeElement type) {
        List<Stray> strays = new ArrayList<>();
        for (ExecutableElement method : JavaTypes.methods(type)) {
            HOMES.forEach((annotation, homes) -> {
                if (Annotations.has(method, annotation) && homes.stream().noneMatch(home -> isMarked(type, home))) {
                    strays.add(new Stray(method, annotation, homes));
                }
            });
        }
        return strays;
    }

    private boolean isMarked(TypeElement type, String home) {
        return Annotations.has(type, home)
                || types.interfaces(type).stream().anyMatch(family -> Annotations.has(family, home));
    }

    private void report(TypeElement type, List<Stray> strays, Set<String> homes) {
        String wanted = homes.stream().map(home -> "@" + Api.simpleName(home)).collect(Collectors.joining(" or "));
        Stray first = strays.get(0);
        diagnostics.report(
                SourceSpot.of(types.ref(type))
                        .member(types.signature(first.method()))
                        .annotation(first.annotation()),
                first.annotation().equals(Api.UPCASTS) ? unmarked.cause(type) : Cause.of(types.ref(type), wanted),
                Problem.STRAY_METHOD,
                first.method().getSimpleName(),
                Api.simpleName(first.annotation()),
                type.getSimpleName(),
                wanted,
                Diagnostics.elsewhere(strays.size() - 1));
    }

    /** The first of our annotations on a method. */
    static Optional<String> annotation(ExecutableElement method) {
        return HOMES.keySet().stream()
                .filter(annotation -> Annotations.has(method, annotation))
                .findFirst();
    }

    /**
     * A method without a home.
     *
     * @param method the method
     * @param annotation what it is annotated with
     * @param homes what its class would have to be annotated with, one of these
     */
    private record Stray(ExecutableElement method, String annotation, Set<String> homes) {}
}
