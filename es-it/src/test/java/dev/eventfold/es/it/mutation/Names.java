package dev.eventfold.es.it.mutation;

import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** How the list of what compiles calls what was deleted or renamed. */
final class Names {
    private Names() {}

    static String of(Element element) {
        if (element instanceof ExecutableElement method) {
            String parameters = method.getParameters().stream()
                    .map(parameter -> simple(parameter.asType()))
                    .collect(Collectors.joining(", "));
            return of(method.getEnclosingElement()) + "." + method.getSimpleName() + "(" + parameters + ")";
        }
        if (element instanceof TypeElement type && type.getNestingKind().isNested()) {
            return of(type.getEnclosingElement()) + "." + type.getSimpleName();
        }
        if (element.getKind() == ElementKind.PACKAGE) {
            return element.toString();
        }
        return element instanceof TypeElement
                ? element.getSimpleName().toString()
                : of(element.getEnclosingElement()) + "." + element.getSimpleName();
    }

    private static String simple(TypeMirror type) {
        return type instanceof DeclaredType declared
                ? declared.asElement().getSimpleName().toString()
                : type.toString();
    }
}
