package dev.eventfold.es.processor;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Reads where the key of a reaction comes from. */
final class KeyReader {
    private final JavaTypes types;
    private final TextFormReader forms;
    private final DeclarationReader declarations;
    private final Elements elements;
    private final CallableChecks callable;
    private final Diagnostics diagnostics;

    KeyReader(Readers shared, Elements elements) {
        this.types = shared.types();
        this.forms = shared.forms();
        this.declarations = shared.declarations();
        this.elements = elements;
        this.callable = new CallableChecks(shared.types(), shared.diagnostics());
        this.diagnostics = shared.diagnostics();
    }

    /**
     * The key of one event.
     *
     * @param name the attribute, {@link Api#INSTANCE_ID} or empty for none
     * @param payload absent for a raw event whose class is not in sight
     * @param raw whether it is read from JSON
     * @param spot where the attribute stands
     */
    Key read(String name, Optional<Payload> payload, boolean raw, SourceSpot spot) {
        if (name.isEmpty()) {
            return new Key.None();
        }
        if (name.equals(Api.INSTANCE_ID)) {
            return new Key.InstanceId();
        }
        if (raw && payload.isEmpty() && name.contains(".")) {
            diagnostics.reportOnce(spot, Problem.UNKNOWN_KEY, "A raw event", name, " A key is no path.");
        }
        Key fromJson = new Key.JsonMember(name);
        Key typed = payload.map(known -> component(name, known, spot)).orElse(fromJson);
        return raw ? fromJson : typed;
    }

    private Key component(String name, Payload payload, SourceSpot spot) {
        TypeElement event = types.find(payload.type()).orElseThrow();
        Optional<ExecutableElement> accessor = named(name, accessors(event.getEnclosedElements(), spot))
                .or(() -> named(name, accessors(elements.getAllMembers(event), spot)));
        if (accessor.isEmpty()) {
            List<String> known = accessors(elements.getAllMembers(event), spot).stream()
                    .map(method -> method.getSimpleName().toString())
                    .toList();
            diagnostics.reportOnce(
                    spot,
                    Cause.of(Problem.UNKNOWN_KEY, payload.type(), name),
                    Problem.UNKNOWN_KEY,
                    payload.type().nestedName(),
                    name,
                    meant(name, known));
            return new Key.InstanceId();
        }
        return component(accessor.get(), payload, spot);
    }

    /** Who writes {@code "instanceId"} means the constant, whose text is not that. */
    private static String meant(String name, List<String> known) {
        boolean isInstanceId = Suggestions.nearest(name, known).isEmpty()
                && Suggestions.nearest(name.replace("_", ""), List.of(Api.INSTANCE_ID))
                        .isPresent();
        return isInstanceId ? " Did you mean Reacts.INSTANCE_ID?" : Suggestions.of(name, known);
    }

    private Key component(ExecutableElement accessor, Payload payload, SourceSpot spot) {
        String name = accessor.getSimpleName().toString();
        TypeMirror type = types.known(accessor.getReturnType());
        callable.checked(accessor)
                .ifPresent(obstacle -> diagnostics.reportOnce(
                        spot,
                        Cause.of(Problem.NOT_CALLABLE, types.ref(JavaTypes.owner(accessor)), name),
                        Problem.NOT_CALLABLE,
                        name,
                        obstacle));
        Optional<TypeMirror> element = types.elementOfCollection(type);
        Optional<TextForm> form = element.isPresent() ? element.flatMap(forms::readElement) : forms.read(type);
        if (form.isEmpty()) {
            diagnostics.reportOnce(spot, Problem.KEY_TYPE, name, payload.type().nestedName(), types.text(type));
            return new Key.InstanceId();
        }
        Set<String> lint = new TreeSet<>(declarations.lint(accessor));
        lint.addAll(form.get().lint());
        return new Key.Component(name, form.get(), element.isPresent(), lint);
    }

    private static Optional<ExecutableElement> named(String name, List<ExecutableElement> accessors) {
        return accessors.stream()
                .filter(method -> method.getSimpleName().contentEquals(name))
                .findFirst();
    }

    /** The components of a record, and methods without arguments that a class or a family of the event declares. */
    private List<ExecutableElement> accessors(List<? extends Element> members, SourceSpot spot) {
        TypeElement reader = types.find(spot.name()).orElseThrow();
        return ElementFilter.methodsIn(members).stream()
                .filter(method -> method.getParameters().isEmpty())
                .filter(method -> !method.getModifiers().contains(Modifier.STATIC))
                .filter(method -> method.getReturnType().getKind() != TypeKind.VOID)
                .filter(method -> !declaredByObject(method))
                .filter(method -> isVisible(method, types.packageOf(reader)))
                .toList();
    }

    private static boolean declaredByObject(ExecutableElement method) {
        return switch (method.getSimpleName().toString()) {
            case "hashCode", "toString", "getClass", "clone" -> true;
            default -> false;
        };
    }

    private boolean isVisible(ExecutableElement method, String fromPackage) {
        return method.getModifiers().contains(Modifier.PUBLIC)
                || (!method.getModifiers().contains(Modifier.PRIVATE)
                        && types.packageOf(method).equals(fromPackage));
    }
}
