package dev.eventfold.es.processor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** Finds the annotations by which a class has a say in how it is stored: its own, and those that it inherits from its interfaces. */
final class CodecAnnotations {
    private static final List<String> CODEC = List.of("com.fasterxml.jackson.", "tools.jackson.");

    private final JavaTypes types;
    private final Map<ClassRef, Boolean> known = new HashMap<>();

    CodecAnnotations(JavaTypes types) {
        this.types = types;
    }

    boolean concern(TypeElement type) {
        return isAnnotated(type) || types.interfaces(type).stream().anyMatch(this::isAnnotated);
    }

    /** Whether the class carries one, or a method of it; one on a field need not be about the others. */
    static boolean concernWhole(TypeElement type) {
        return isMarked(type) || JavaTypes.methods(type).stream().anyMatch(CodecAnnotations::isMarked);
    }

    private boolean isAnnotated(TypeElement type) {
        return known.computeIfAbsent(types.ref(type), name -> isMarked(type) || hasMarkedMember(type));
    }

    private static boolean hasMarkedMember(TypeElement type) {
        return type.getEnclosedElements().stream()
                .filter(member ->
                        !member.getKind().isClass() && !member.getKind().isInterface())
                .anyMatch(member -> isMarked(member) || hasMarkedParameter(member));
    }

    private static boolean hasMarkedParameter(Element member) {
        return member.getKind() != ElementKind.FIELD
                && member instanceof ExecutableElement method
                && method.getParameters().stream().anyMatch(CodecAnnotations::isMarked);
    }

    /** An annotation of the user's own may stand for one of the codec's. */
    static boolean isMarked(Element element) {
        return element.getAnnotationMirrors().stream()
                .anyMatch(mirror -> isOfCodec(mirror)
                        || mirror.getAnnotationType().asElement().getAnnotationMirrors().stream()
                                .anyMatch(CodecAnnotations::isOfCodec));
    }

    private static boolean isOfCodec(AnnotationMirror mirror) {
        String name = mirror.getAnnotationType().toString();
        return CODEC.stream().anyMatch(name::startsWith);
    }
}
