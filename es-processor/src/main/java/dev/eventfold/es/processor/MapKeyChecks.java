package dev.eventfold.es.processor;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Finds maps in what is stored whose keys have no text that can be read back. What carries an annotation of the codec is left to it, and so are
 * classes of other modules.
 */
final class MapKeyChecks {
    private static final Set<String> INTEGERS =
            Set.of("java.lang.Byte", "java.lang.Short", "java.lang.Integer", "java.lang.Long");
    private static final List<String> CODEC = List.of("com.fasterxml.jackson.", "tools.jackson.");

    private final JavaTypes types;
    private final TextFormReader forms;
    private final Predicate<TypeElement> compiledHere;
    private final Diagnostics diagnostics;

    MapKeyChecks(JavaTypes types, TextFormReader forms, DeclarationReader declarations, Diagnostics diagnostics) {
        this.types = types;
        this.forms = forms;
        this.compiledHere = type -> declarations.read(type).compiledHere();
        this.diagnostics = diagnostics;
    }

    /** Checks what is stored of a class, and of the classes that it is made of. */
    void check(TypeElement type) {
        check(type, new HashSet<>());
    }

    private void check(TypeElement type, Set<ClassRef> seen) {
        if (compiledHere.test(type) && seen.add(types.ref(type)) && !isLeftToCodec(type)) {
            for (Element member : stored(type)) {
                badKey(member.asType(), seen)
                        .ifPresent(key -> diagnostics.report(
                                SourceSpot.of(types.ref(type))
                                        .member(member.getSimpleName().toString()),
                                Problem.MAP_KEY,
                                member.getSimpleName(),
                                type.getSimpleName(),
                                types.text(key)));
            }
        }
    }

    private static List<? extends Element> stored(TypeElement type) {
        List<? extends Element> members = type.getKind() == ElementKind.RECORD
                ? type.getRecordComponents()
                : type.getKind() == ElementKind.CLASS ? JavaTypes.instanceFields(type) : List.of();
        return members.stream()
                .filter(member -> !member.getModifiers().contains(Modifier.TRANSIENT))
                .filter(member -> !hasAnnotationOfCodec(member))
                .toList();
    }

    private static boolean isLeftToCodec(TypeElement type) {
        return hasAnnotationOfCodec(type)
                || type.getEnclosedElements().stream()
                        .filter(member -> member.getKind() == ElementKind.METHOD)
                        .anyMatch(MapKeyChecks::hasAnnotationOfCodec);
    }

    private static boolean hasAnnotationOfCodec(Element element) {
        return element.getAnnotationMirrors().stream()
                .map(mirror -> mirror.getAnnotationType().toString())
                .anyMatch(name -> CODEC.stream().anyMatch(name::startsWith));
    }

    private Optional<TypeMirror> badKey(TypeMirror type, Set<ClassRef> seen) {
        if (type instanceof ArrayType array) {
            return badKey(array.getComponentType(), seen);
        }
        if (!(type instanceof DeclaredType declared)) {
            return Optional.empty();
        }
        Optional<TypeMirror> key = types.keyOfMap(declared).filter(found -> !isKey(found));
        if (key.isPresent()) {
            return key;
        }
        types.element(declared).ifPresent(element -> check(element, seen));
        return declared.getTypeArguments().stream()
                .flatMap(argument -> badKey(types.upperBound(argument), seen).stream())
                .findFirst();
    }

    private boolean isKey(TypeMirror type) {
        return type.getKind() == TypeKind.TYPEVAR
                || forms.read(type).isPresent()
                || types.element(type)
                        .filter(element -> isInteger(element) || isRecordOfInteger(element))
                        .isPresent();
    }

    private static boolean isInteger(TypeElement type) {
        return INTEGERS.contains(type.getQualifiedName().toString());
    }

    /** What an id may not be: small integers, and boxed ones. */
    private boolean isRecordOfInteger(TypeElement type) {
        return type.getKind() == ElementKind.RECORD
                && type.getRecordComponents().size() == 1
                && isSmallOrBoxed(type.getRecordComponents().get(0).asType());
    }

    private boolean isSmallOrBoxed(TypeMirror type) {
        return type.getKind() == TypeKind.BYTE
                || type.getKind() == TypeKind.SHORT
                || types.element(type).filter(MapKeyChecks::isInteger).isPresent();
    }
}
