package dev.eventfold.es.processor;

import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.SimpleAnnotationValueVisitor14;

/**
 * Finds what declarations name and the compiler does not know. It says so itself, but after us, so that we would speak of what follows from it as
 * of another mistake. What bodies and imports name is not in sight.
 */
final class UnknownTypes {
    private UnknownTypes() {}

    /** Whether a package or class, or whatever is declared in the class, names such a type. */
    static boolean areNamedBy(Element declared) {
        return declared.getAnnotationMirrors().stream().anyMatch(UnknownTypes::areIn)
                || types(declared).anyMatch(UnknownTypes::areIn)
                || parts(declared).anyMatch(UnknownTypes::areNamedBy);
    }

    private static Stream<TypeMirror> types(Element declared) {
        if (declared instanceof TypeElement type) {
            return join(List.of(List.of(type.getSuperclass()), type.getInterfaces(), type.getPermittedSubclasses()));
        }
        if (declared instanceof ExecutableElement method) {
            return join(List.of(List.of(method.getReturnType()), method.getThrownTypes()));
        }
        if (declared instanceof TypeParameterElement parameter) {
            return join(List.of(parameter.getBounds()));
        }
        return declared.getKind().isField() || isValue(declared) ? Stream.of(declared.asType()) : Stream.of();
    }

    private static boolean isValue(Element declared) {
        return switch (declared.getKind()) {
            case PARAMETER, RECORD_COMPONENT -> true;
            default -> false;
        };
    }

    private static Stream<? extends Element> parts(Element declared) {
        if (declared instanceof TypeElement type) {
            return join(List.of(type.getTypeParameters(), type.getEnclosedElements()));
        }
        return declared instanceof ExecutableElement method
                ? join(List.of(method.getTypeParameters(), method.getParameters()))
                : Stream.of();
    }

    private static <T> Stream<T> join(List<List<? extends T>> some) {
        return some.stream().flatMap(List::stream);
    }

    private static boolean areIn(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return areIn(array.getComponentType());
        }
        if (type instanceof WildcardType wildcard) {
            return Stream.of(wildcard.getExtendsBound(), wildcard.getSuperBound())
                    .anyMatch(bound -> bound != null && areIn(bound));
        }
        return type.getKind() == TypeKind.ERROR
                || (type instanceof DeclaredType declared
                        && declared.getTypeArguments().stream().anyMatch(UnknownTypes::areIn));
    }

    private static boolean areIn(AnnotationMirror annotation) {
        return areIn(annotation.getAnnotationType())
                || annotation.getElementValues().entrySet().stream()
                        .anyMatch(entry ->
                                isUnknown(entry.getValue(), entry.getKey().getReturnType()));
    }

    private static boolean isUnknown(AnnotationValue value, TypeMirror wanted) {
        return value.accept(new UnknownValue(), wanted);
    }

    /** Where a class or constant cannot be resolved, javac has a text, which may be right where a text is wanted. */
    private static final class UnknownValue extends SimpleAnnotationValueVisitor14<Boolean, TypeMirror> {
        UnknownValue() {
            super(false);
        }

        @Override
        public Boolean visitType(TypeMirror type, TypeMirror wanted) {
            return areIn(type);
        }

        @Override
        public Boolean visitAnnotation(AnnotationMirror annotation, TypeMirror wanted) {
            return areIn(annotation);
        }

        @Override
        public Boolean visitArray(List<? extends AnnotationValue> values, TypeMirror wanted) {
            TypeMirror one = wanted instanceof ArrayType array ? array.getComponentType() : wanted;
            return values.stream().anyMatch(value -> isUnknown(value, one));
        }

        @Override
        public Boolean visitString(String text, TypeMirror wanted) {
            return text.equals(Annotations.ERRONEOUS) && !wanted.toString().equals("java.lang.String");
        }
    }
}
