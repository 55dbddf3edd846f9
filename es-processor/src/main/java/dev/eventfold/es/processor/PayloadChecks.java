package dev.eventfold.es.processor;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/** What a command or event must be to be stored and read back, and what it may say of itself. */
final class PayloadChecks {
    private static final String GENERIC = "generic. Remove the type parameters; its components may be generic";

    private final JavaTypes types;
    private final PartChecks parts;
    private final Diagnostics diagnostics;

    PayloadChecks(JavaTypes types, PartChecks parts, Diagnostics diagnostics) {
        this.types = types;
        this.parts = parts;
        this.diagnostics = diagnostics;
    }

    void family(Kind kind, TypeElement type, Marking marking) {
        checkSaid(marking);
        if (!type.getModifiers().contains(Modifier.SEALED)) {
            Problem problem = marking.annotated() ? Problem.OPEN_FAMILY : Problem.BAD_MEMBER;
            diagnostics.report(marking.spot(), problem, type.getSimpleName(), kind.word());
        } else if (!type.getTypeParameters().isEmpty()) {
            diagnostics.report(marking.spot(), Problem.WRONG_PAYLOAD, type.getSimpleName(), kind.one(), GENERIC);
        } else {
            marking.own().ifPresent(own -> checkOwn(type, own));
        }
    }

    /** What is said of one stored class makes no sense of many. */
    private void checkOwn(TypeElement type, Marking.Said own) {
        for (String attribute : List.of("name", "version", "formerly")) {
            if (own.values().gives(attribute)) {
                diagnostics.report(
                        own.spot().value(attribute), Problem.FAMILY_ATTRIBUTE, type.getSimpleName(), attribute);
            }
        }
    }

    void payload(Kind kind, TypeElement type, Marking marking) {
        checkSaid(marking);
        StoredNames.check(marking.name(), marking.spot().value("name"), diagnostics);
        Optional<String> obstacle = obstacle(type);
        if (obstacle.isPresent()) {
            diagnostics.report(marking.spot(), Problem.WRONG_PAYLOAD, type.getSimpleName(), kind.one(), obstacle.get());
        } else if (!marking.families().isEmpty() && !type.getModifiers().contains(Modifier.FINAL)) {
            diagnostics.report(SourceSpot.of(types.ref(type)), Problem.BAD_MEMBER, type.getSimpleName(), kind.word());
        } else {
            parts.check(type);
        }
    }

    private void checkSaid(Marking marking) {
        marking.own()
                .ifPresent(own -> StoredNames.check(own.aggregate(), own.spot().value("value"), diagnostics));
    }

    private Optional<String> obstacle(TypeElement type) {
        if (type.getKind() != ElementKind.CLASS && type.getKind() != ElementKind.RECORD) {
            return Optional.of("not a class. Use a record");
        }
        if (!type.getTypeParameters().isEmpty()) {
            return Optional.of(GENERIC);
        }
        if (type.getModifiers().contains(Modifier.ABSTRACT)) {
            return Optional.of("abstract, so it cannot be read back. Use a record; a family is a sealed interface");
        }
        if (DeclarationReader.visibility(type) == Visibility.PRIVATE) {
            return Optional.of(
                    "private or nested in something private; generated code cannot name it. Make it package-private");
        }
        return obstacleToReading(type);
    }

    /** Why nobody could make one from what is stored. */
    static Optional<String> obstacleToReading(TypeElement type) {
        if (ClassChecks.isInner(type)) {
            return Optional.of("an inner class, which cannot be made without an outer object. Make it static");
        }
        return type.getKind() == ElementKind.RECORD || hasConstructor(type)
                ? Optional.empty()
                : Optional.of(
                        "a class without a no-argument constructor, so it cannot be read back. Add one, or use a record");
    }

    private static boolean hasConstructor(TypeElement type) {
        return ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                .anyMatch(constructor -> constructor.getParameters().isEmpty());
    }

    /** What Jackson would leave at its initial value, silently. */
    static Optional<VariableElement> finalField(TypeElement type) {
        return JavaTypes.instanceFields(type).stream()
                .filter(field -> field.getModifiers().contains(Modifier.FINAL))
                .filter(field -> !field.getModifiers().contains(Modifier.TRANSIENT))
                .findFirst();
    }
}
