package dev.eventfold.es.processor;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** What a method must be to read an older shape. */
final class UpcasterChecks {
    private final JavaTypes types;
    private final CallableChecks callable;
    private final Diagnostics diagnostics;

    UpcasterChecks(JavaTypes types, Diagnostics diagnostics) {
        this.types = types;
        this.callable = new CallableChecks(types, diagnostics);
        this.diagnostics = diagnostics;
    }

    boolean accepts(ExecutableElement method, SourceSpot spot, TypeMirror next) {
        Optional<String> obstacle = obstacle(method);
        if (obstacle.isPresent()) {
            diagnostics.report(spot, Problem.NOT_CALLABLE, method.getSimpleName(), obstacle.get());
            return false;
        }
        return takesOneShape(method, spot) && returnsNext(method, spot, next);
    }

    private Optional<String> obstacle(ExecutableElement method) {
        if (!method.getModifiers().contains(Modifier.STATIC)) {
            return Optional.of("an instance method, but there is no instance yet when it is called. Make it static");
        }
        return callable.obstacleBesidesStatic(method);
    }

    private boolean takesOneShape(ExecutableElement method, SourceSpot spot) {
        boolean right = method.getParameters().size() == 1
                && isReadable(method.getParameters().get(0).asType());
        if (!right) {
            diagnostics.report(
                    spot,
                    Problem.WRONG_PARAMETER,
                    method.getSimpleName(),
                    callable.parameterTypes(method),
                    "takes the class of an older shape, not generic, or Map<String, Object>");
        }
        return right;
    }

    private boolean isReadable(TypeMirror type) {
        if (!(types.known(type) instanceof DeclaredType declared)) {
            return false;
        }
        List<? extends TypeMirror> arguments = declared.getTypeArguments();
        boolean isMembers = types.names(type, "java.util.Map")
                && arguments.size() == 2
                && types.names(arguments.get(0), "java.lang.String")
                && types.names(arguments.get(1), "java.lang.Object");
        boolean isGeneric = types.element(type)
                .filter(element -> !element.getTypeParameters().isEmpty())
                .isPresent();
        return isMembers || !isGeneric;
    }

    private boolean returnsNext(ExecutableElement method, SourceSpot spot, TypeMirror next) {
        TypeMirror returned = types.known(method.getReturnType());
        boolean right = returned instanceof DeclaredType && types.assignable(returned, next);
        if (!right) {
            diagnostics.report(
                    spot,
                    Problem.WRONG_RESULT,
                    method.getSimpleName(),
                    types.text(returned),
                    "returns the next shape, here " + types.text(next));
        }
        return right;
    }
}
