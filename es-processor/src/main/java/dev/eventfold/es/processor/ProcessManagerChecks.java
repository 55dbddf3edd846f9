package dev.eventfold.es.processor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The rules of one process manager: its keys, the life of its instances, and what folds its state. */
final class ProcessManagerChecks {
    private final Diagnostics diagnostics;

    ProcessManagerChecks(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    void check(ProcessManager manager) {
        AccessChecks.check(manager, diagnostics);
        if (manager.keyed()) {
            checkAllKeyed(manager);
            checkOneKeyType(manager);
        } else {
            manager.behaviours().forEach(behaviour -> checkNoLife(manager, behaviour));
        }
        if (!manager.reactions().isEmpty()) {
            checkReactsTo(manager);
        }
    }

    boolean namesSoundTypes(ProcessManager manager) {
        return manager.cases().flatMap(call -> call.target().payload().stream()).allMatch(Payload::sound);
    }

    private void checkAllKeyed(ProcessManager manager) {
        Reaction keyed = manager.reactions().stream()
                .filter(reaction -> !(reaction.key() instanceof Key.None))
                .findFirst()
                .orElseThrow();
        manager.reactions().stream()
                .filter(reaction -> reaction.key() instanceof Key.None)
                .findFirst()
                .ifPresent(without -> diagnostics.report(
                        without.call().method().spot(),
                        Problem.MISSING_KEY,
                        without.call().method().described(),
                        keyed.call().method().described()));
    }

    private void checkOneKeyType(ProcessManager manager) {
        List<Reaction> typed = manager.reactions().stream()
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
                        typed.get(0).call().method().described());
                return;
            }
        }
    }

    private static Optional<TextForm> form(Reaction reaction) {
        return reaction.key() instanceof Key.Component component ? Optional.of(component.form()) : Optional.empty();
    }

    private void checkNoLife(ProcessManager manager, Behaviour behaviour) {
        Cause noKey = Cause.of(manager.type(), Problem.LIFE_WITHOUT_KEY);
        SourceSpot spot = behaviour.method().spot();
        if (behaviour.starts()) {
            diagnostics.reportOnce(spot.value("starts"), noKey, Problem.LIFE_WITHOUT_KEY, "starts", "begins");
        }
        if (behaviour.ends()) {
            diagnostics.reportOnce(spot.value("ends"), noKey, Problem.LIFE_WITHOUT_KEY, "ends", "ends");
        }
    }

    /** A method for a family may fold more than is reacted to, but not none. */
    private void checkReactsTo(ProcessManager manager) {
        Map<SourceSpot, List<Case>> byMethod = manager.appliers().stream()
                .collect(Collectors.groupingBy(
                        applier -> applier.method().spot(), LinkedHashMap::new, Collectors.toList()));
        byMethod.forEach((spot, appliers) -> {
            if (appliers.stream().noneMatch(applier -> reactsTo(manager, applier.target()))) {
                diagnostics.report(
                        spot,
                        Problem.NEVER_APPLIED,
                        manager.type().simpleName(),
                        appliers.get(0).target().name());
            }
        });
    }

    private static boolean reactsTo(ProcessManager manager, Target event) {
        return manager.reactions().stream().anyMatch(reaction -> covers(reaction.target(), event));
    }

    private static boolean covers(Target reaction, Target event) {
        return (reaction.aggregate().equals(Api.ANY) || reaction.aggregate().equals(event.aggregate()))
                && (reaction.name().equals(Api.ANY) || reaction.name().equals(event.name()));
    }
}
