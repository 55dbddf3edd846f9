package dev.eventfold.es.processor;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/** Reads an annotated method: whether it can be called, what it takes, and which overload a call would reach. */
final class MethodReader {
    private final JavaTypes types;
    private final PayloadReader payloads;
    private final DeclarationReader declarations;
    private final CallableChecks checks;

    MethodReader(JavaTypes types, PayloadReader payloads, DeclarationReader declarations, Diagnostics diagnostics) {
        this.types = types;
        this.payloads = payloads;
        this.declarations = declarations;
        this.checks = new CallableChecks(types, diagnostics);
    }

    /** The type of the first parameter, if there is one. */
    Optional<TypeMirror> parameter(ExecutableElement method) {
        return method.getParameters().stream().findFirst().map(first -> types.known(first.asType()));
    }

    Optional<PayloadType> payload(Kind kind, ExecutableElement method) {
        return parameter(method).flatMap(type -> payloads.read(kind, type));
    }

    /** The method with its class, for messages about something else. */
    static String called(ExecutableElement method) {
        return method.getSimpleName() + "() of " + JavaTypes.owner(method).getSimpleName();
    }

    /** Checks what holds for every annotated method, and reports what is wrong. */
    boolean accepts(ExecutableElement method, SourceSpot spot, Parameters parameters) {
        return checks.accepts(method, spot, parameters);
    }

    /** One that takes a payload, and the context if it takes more. */
    UserMethod read(ExecutableElement method, ResultShape shape, SourceSpot spot) {
        return read(method, method.getParameters().size() == 2, shape, spot);
    }

    UserMethod read(ExecutableElement method, boolean context, ResultShape shape, SourceSpot spot) {
        Set<String> lint = new TreeSet<>(declarations.lint(method));
        parameter(method).flatMap(types::element).ifPresent(type -> lint.addAll(declarations.lint(type)));
        return new UserMethod(
                method.getSimpleName().toString(),
                types.described(method),
                context,
                shape,
                checks.throwsChecked(method),
                lint,
                spot);
    }

    /**
     * How to call a method for one target. Where the class has or inherits an overload that Java would prefer for an argument of the target's own class,
     * the argument is cast to the parameter's.
     */
    Case call(ExecutableElement method, UserMethod read, Target target, Parameters parameters) {
        TypeMirror parameter = parameter(method).orElseThrow();
        Optional<TypeMirror> argument =
                target.payload().flatMap(payload -> types.find(payload.type())).map(TypeElement::asType);
        TypeMirror context = type(parameters.passed());
        boolean competed = competes(method, arguments(argument.orElse(context), context, parameters));
        return new Case(
                target,
                read,
                argument.filter(type -> competed && !types.text(type).equals(types.text(parameter)))
                        .flatMap(type -> types.element(parameter))
                        .map(types::ref),
                competed && read.context());
    }

    private List<TypeMirror> arguments(TypeMirror payload, TypeMirror context, Parameters parameters) {
        return parameters.equals(Parameters.REJECTION)
                ? List.of(payload, type(Api.REJECTION), context)
                : List.of(payload, context);
    }

    private TypeMirror type(String name) {
        return types.find(name).orElseThrow().asType();
    }

    private boolean competes(ExecutableElement method, List<TypeMirror> arguments) {
        TypeElement owner = JavaTypes.owner(method);
        return Stream.concat(JavaTypes.methods(owner).stream(), given(owner, method))
                .filter(other -> !other.equals(method))
                .filter(other -> other.getSimpleName().equals(method.getSimpleName()))
                .filter(other ->
                        other.getParameters().size() == method.getParameters().size())
                .anyMatch(other -> takes(other.getParameters(), arguments));
    }

    /** What the interfaces of a class add to it. */
    private Stream<ExecutableElement> given(TypeElement owner, ExecutableElement method) {
        return types.interfaces(owner).stream()
                .flatMap(parent -> JavaTypes.methods(parent).stream())
                .filter(other -> other.getModifiers().contains(Modifier.DEFAULT) && !types.overrides(method, other));
    }

    private boolean takes(List<? extends VariableElement> parameters, List<TypeMirror> arguments) {
        for (int at = 0; at < parameters.size(); at++) {
            if (!types.assignable(arguments.get(at), parameters.get(at).asType())) {
                return false;
            }
        }
        return true;
    }
}
