package dev.eventfold.es.processor;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeMirror;

/** What every annotated method must be for generated code to call it. */
final class CallableChecks {
    private final JavaTypes types;
    private final Diagnostics diagnostics;

    CallableChecks(JavaTypes types, Diagnostics diagnostics) {
        this.types = types;
        this.diagnostics = diagnostics;
    }

    boolean accepts(ExecutableElement method, SourceSpot spot, Parameters parameters) {
        if (method.getModifiers().contains(Modifier.ABSTRACT)) {
            return false; // so is its class, and that is said of the class
        }
        Optional<String> obstacle = obstacle(method, parameters);
        if (obstacle.isPresent()) {
            diagnostics.report(spot, Problem.NOT_CALLABLE, method.getSimpleName(), obstacle.get());
            return false;
        }
        return takes(method, spot, parameters);
    }

    private Optional<String> obstacle(ExecutableElement method, Parameters parameters) {
        if (method.getModifiers().contains(Modifier.STATIC)) {
            return Optional.of("static, but it works on the state of one instance. Make it an instance method");
        }
        if (method.isVarArgs() && !parameters.payload()) {
            return Optional.of("a varargs method. It " + parameters.wanted());
        }
        return parameters.mayThrow() ? obstacleOfForm(method) : obstacleBesidesStatic(method);
    }

    Optional<String> obstacleBesidesStatic(ExecutableElement method) {
        return obstacleOfForm(method).or(() -> checked(method));
    }

    private static Optional<String> obstacleOfForm(ExecutableElement method) {
        if (method.getModifiers().contains(Modifier.PRIVATE)) {
            return Optional.of("private; generated code in this package cannot call it. Make it package-private");
        }
        if (!method.getTypeParameters().isEmpty()) {
            return Optional.of("generic, and nothing says with which type to call it. Remove the type parameters");
        }
        if (method.isVarArgs()) {
            return Optional.of("a varargs method. Take one payload");
        }
        return Optional.empty();
    }

    /** Whether the caller must expect more than unchecked exceptions. */
    boolean throwsChecked(ExecutableElement method) {
        return thrown(method).isPresent();
    }

    private Optional<TypeMirror> thrown(ExecutableElement method) {
        return method.getThrownTypes().stream()
                .<TypeMirror>map(types::known)
                .filter(thrown ->
                        !assignable(thrown, "java.lang.RuntimeException") && !assignable(thrown, "java.lang.Error"))
                .findFirst();
    }

    /** What a caller that expects unchecked exceptions only has against the method. */
    Optional<String> checked(ExecutableElement method) {
        return thrown(method)
                .map(thrown -> "declared to throw the checked " + types.text(thrown)
                        + ". Catch it, or throw an unchecked exception");
    }

    private boolean assignable(TypeMirror thrown, String to) {
        return types.find(to)
                .filter(type -> types.assignable(thrown, type.asType()))
                .isPresent();
    }

    private boolean takes(ExecutableElement method, SourceSpot spot, Parameters parameters) {
        boolean right = parameters.accept(method, types);
        if (!right) {
            diagnostics.report(
                    spot, Problem.WRONG_PARAMETER, method.getSimpleName(), parameterTypes(method), parameters.wanted());
        }
        return right;
    }

    /** What a method takes, for messages. */
    String parameterTypes(ExecutableElement method) {
        List<String> names = types.parameters(method);
        return switch (names.size()) {
            case 0 -> "nothing";
            case 1 -> names.get(0);
            default -> "(" + String.join(", ", names) + ")";
        };
    }
}
