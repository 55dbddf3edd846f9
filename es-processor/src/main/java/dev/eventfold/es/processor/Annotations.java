package dev.eventfold.es.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.SimpleAnnotationValueVisitor14;

/**
 * The values of one annotation, read without loading its class. An attribute that is not written has its default, which the caller gives:
 * it must be that of es-api.
 */
final class Annotations {
    /** What javac and ECJ put where a constant or class cannot be resolved. */
    static final String ERRONEOUS = "<error>";

    private final AnnotationMirror mirror;

    private Annotations(AnnotationMirror mirror) {
        this.mirror = mirror;
    }

    static Optional<Annotations> find(Element element, String annotation) {
        return mirrors(element, annotation).stream().findFirst().map(Annotations::new);
    }

    static boolean has(Element element, String annotation) {
        return !mirrors(element, annotation).isEmpty();
    }

    /** Every one on an element, in the order written, whoever wrote the container of a repeated one. */
    static List<Annotations> all(Element element, String annotation) {
        return mirrors(element, annotation).stream().map(Annotations::new).toList();
    }

    static List<AnnotationMirror> mirrors(Element element, String annotation) {
        if (annotation.equals(Api.REACTS)) {
            return reactionMirrors(element);
        }
        List<AnnotationMirror> found = new ArrayList<>();
        for (AnnotationMirror candidate : element.getAnnotationMirrors()) {
            if (isOf(candidate, annotation)) {
                found.add(candidate);
            }
        }
        return found;
    }

    private static List<AnnotationMirror> reactionMirrors(Element method) {
        List<AnnotationMirror> found = new ArrayList<>();
        for (AnnotationMirror candidate : method.getAnnotationMirrors()) {
            if (isOf(candidate, Api.REACTS)) {
                found.add(candidate);
            } else if (isOf(candidate, Api.REACTS_LIST)) {
                found.addAll(contained(candidate));
            }
        }
        return found;
    }

    private static List<AnnotationMirror> contained(AnnotationMirror container) {
        return new Annotations(container)
                .list("value").stream()
                        .map(AnnotationValue::getValue)
                        .filter(AnnotationMirror.class::isInstance)
                        .map(AnnotationMirror.class::cast)
                        .toList();
    }

    private static boolean isOf(AnnotationMirror mirror, String annotation) {
        return mirror.getAnnotationType().asElement() instanceof TypeElement type
                && type.getQualifiedName().contentEquals(annotation);
    }

    boolean gives(String attribute) {
        return value(mirror, attribute).isPresent();
    }

    static Optional<AnnotationValue> value(AnnotationMirror mirror, String attribute) {
        for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
                mirror.getElementValues().entrySet()) {
            if (entry.getKey().getSimpleName().contentEquals(attribute)) {
                return Optional.of(entry.getValue());
            }
        }
        return Optional.empty();
    }

    /** One element of an array; the whole value where it has no such element. */
    static Optional<AnnotationValue> value(AnnotationMirror mirror, String attribute, int item) {
        return value(mirror, attribute).map(whole -> {
            List<? extends AnnotationValue> elements = new Annotations(mirror).list(attribute);
            return item >= 0 && item < elements.size() ? elements.get(item) : whole;
        });
    }

    String text(String attribute) {
        return typed(attribute, String.class).orElse("");
    }

    /** A text without default: where it is left out, the compiler says so. */
    String requiredText(String attribute) {
        return typed(attribute, String.class).orElseThrow(() -> new MissingType(attribute));
    }

    int number(String attribute, int otherwise) {
        return typed(attribute, Integer.class).orElse(otherwise);
    }

    List<String> texts(String attribute) {
        return list(attribute).stream()
                .map(AnnotationValue::getValue)
                .map(String.class::cast)
                .toList();
    }

    boolean flag(String attribute) {
        return typed(attribute, Boolean.class).orElse(false);
    }

    /** The simple name of an enum constant. */
    String constant(String attribute, String otherwise) {
        return typed(attribute, VariableElement.class)
                .map(constant -> constant.getSimpleName().toString())
                .orElse(otherwise);
    }

    /** Of a constant without default: where it is left out, the compiler says so. */
    String requiredConstant(String attribute) {
        return typed(attribute, VariableElement.class)
                .map(constant -> constant.getSimpleName().toString())
                .orElseThrow(() -> new MissingType(attribute));
    }

    Optional<TypeMirror> type(String attribute) {
        return value(mirror, attribute).map(value -> value.accept(new TypeVisitor(), null));
    }

    List<TypeMirror> types(String attribute) {
        TypeVisitor visitor = new TypeVisitor();
        return list(attribute).stream()
                .map(element -> element.accept(visitor, null))
                .toList();
    }

    List<? extends AnnotationValue> list(String attribute) {
        return raw(attribute)
                .filter(List.class::isInstance)
                .map(Annotations::values)
                .orElse(List.of());
    }

    @SuppressWarnings("unchecked") // the language model promises it of an array's value
    private static List<? extends AnnotationValue> values(Object list) {
        return (List<? extends AnnotationValue>) list;
    }

    /** A value of another type, which Eclipse's compiler passes on, is as good as one that cannot be resolved. */
    private <T> Optional<T> typed(String attribute, Class<T> type) {
        Optional<Object> found = raw(attribute);
        if (found.isPresent() && !type.isInstance(found.get())) {
            throw new MissingType(attribute);
        }
        return found.map(type::cast);
    }

    private Optional<Object> raw(String attribute) {
        Optional<Object> found = value(mirror, attribute).map(AnnotationValue::getValue);
        if (found.filter(ERRONEOUS::equals).isPresent()) {
            throw new MissingType(attribute);
        }
        return found;
    }

    /** A class value that cannot be resolved is the text {@value #ERRONEOUS} in javac and an error type in ECJ. */
    private static final class TypeVisitor extends SimpleAnnotationValueVisitor14<TypeMirror, Void> {
        @Override
        public TypeMirror visitType(TypeMirror type, Void nothing) {
            return type;
        }

        @Override
        protected TypeMirror defaultAction(Object other, Void nothing) {
            throw new MissingType(String.valueOf(other));
        }
    }
}
