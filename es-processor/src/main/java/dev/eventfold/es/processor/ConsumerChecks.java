package dev.eventfold.es.processor;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/** The rules of whatever events are passed to: that there are some, that they can be named, and that their keys agree. */
final class ConsumerChecks {
    private final Diagnostics diagnostics;

    ConsumerChecks(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    void checkAny(ReactionReader.Read read, TypeElement type, ConsumerKind kind, SourceSpot spot) {
        if (!read.any()) {
            diagnostics.report(
                    spot,
                    Cause.of(Problem.NO_REACTIONS),
                    Problem.NO_REACTIONS,
                    type.getSimpleName(),
                    kind.verb(),
                    Api.simpleName(kind.methodAnnotation()));
        }
    }

    void check(EventConsumer<?> consumer) {
        AccessChecks.check(consumer, diagnostics);
        if (consumer.keyed()) {
            checkAllKeyed(consumer);
            checkOneKeyType(consumer);
        }
    }

    static boolean namesSoundTypes(EventConsumer<?> consumer) {
        return consumer.cases()
                .flatMap(call -> call.target().payload().stream())
                .allMatch(Payload::sound);
    }

    private void checkAllKeyed(EventConsumer<?> consumer) {
        Reaction keyed = consumer.reactions().stream()
                .filter(reaction -> !(reaction.key() instanceof Key.None))
                .findFirst()
                .orElseThrow();
        boolean isManager = consumer.kind() == ConsumerKind.PROCESS_MANAGER;
        consumer.reactions().stream()
                .filter(reaction -> reaction.key() instanceof Key.None)
                .findFirst()
                .ifPresent(without -> diagnostics.report(
                        without.call().method().spot(),
                        Problem.MISSING_KEY,
                        without.call().method().described(),
                        keyed.call().method().described(),
                        isManager
                                ? "reaction"
                                : "method of a " + consumer.kind().word(),
                        isManager ? "; @ProcessManager(key) is for all" : ""));
    }

    private void checkOneKeyType(EventConsumer<?> consumer) {
        List<Reaction> typed = consumer.reactions().stream()
                .filter(reaction ->
                        form(reaction).filter(form -> !form.isString()).isPresent())
                .toList();
        for (Reaction reaction : typed) {
            TextForm first = form(typed.get(0)).orElseThrow();
            TextForm other = form(reaction).orElseThrow();
            if (!first.identity().equals(other.identity())) {
                diagnostics.report(
                        reaction.keySpot(),
                        Problem.KEY_TYPES_DIFFER,
                        other.typeName(),
                        reaction.call().method().described(),
                        first.typeName(),
                        typed.get(0).call().method().described(),
                        consumer.kind().word());
                return;
            }
        }
    }

    private static Optional<TextForm> form(Reaction reaction) {
        return reaction.key() instanceof Key.Component component ? Optional.of(component.form()) : Optional.empty();
    }
}
