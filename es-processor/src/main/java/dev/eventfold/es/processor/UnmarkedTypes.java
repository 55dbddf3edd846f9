package dev.eventfold.es.processor;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** Tells a class that only lacks its annotation, which is one mistake however many methods use it, from one that is out of place in each. */
final class UnmarkedTypes {
    private final JavaTypes types;
    private final Predicate<TypeElement> compiledHere;

    UnmarkedTypes(JavaTypes types, Predicate<TypeElement> compiledHere) {
        this.types = types;
        this.compiledHere = compiledHere;
    }

    /** Why a class that is used as a command or event is none. One of another module cannot be mended here, so it is told where it is used first. */
    Cause cause(TypeMirror type, Kind kind, Optional<String> aggregate, String by) {
        return types.element(type)
                .filter(named -> lacksMark(named, kind))
                .map(named -> {
                    ClassRef family = types.ref(family(named));
                    Cause.Use use = new Cause.Use(types.ref(named), family, kind, aggregate, by);
                    return new Cause(family, Optional.of(use).filter(here -> compiledHere.test(named)));
                })
                .orElseGet(() -> Cause.of(by, types.text(type)));
    }

    /** Why a class has methods that only a command or event can have. */
    Cause cause(TypeElement type) {
        return new Cause(types.ref(family(type)), Optional.empty());
    }

    private boolean lacksMark(TypeElement type, Kind kind) {
        boolean canBeMarked =
                type.getKind() == ElementKind.RECORD || type.getKind() == ElementKind.CLASS || isSealed(type);
        return canBeMarked
                && !isOfLibrary(types.packageOf(type))
                && Stream.concat(Stream.of(type), types.interfaces(type).stream())
                        .noneMatch(one -> isOtherwise(one, kind));
    }

    private static boolean isOfLibrary(String packageName) {
        return packageName.startsWith("java.") || packageName.equals(Api.PACKAGE);
    }

    private static boolean isOtherwise(TypeElement type, Kind kind) {
        return Stream.of(kind.annotation(), Api.AGGREGATE, Api.PROCESS_MANAGER, Api.PROJECTION, Api.SUBSCRIBER)
                .anyMatch(annotation -> Annotations.has(type, annotation));
    }

    private TypeElement family(TypeElement type) {
        return types.interfaces(type).stream()
                .filter(UnmarkedTypes::isSealed)
                .filter(one -> compiledHere.test(one) == compiledHere.test(type))
                .reduce((nearer, outer) -> outer)
                .orElse(type);
    }

    private static boolean isSealed(TypeElement type) {
        return type.getKind() == ElementKind.INTERFACE && type.getModifiers().contains(Modifier.SEALED);
    }
}
