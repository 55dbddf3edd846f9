package dev.eventfold.es.processor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The rules of process managers alone: the life of their instances, and what folds their state. */
final class ProcessManagerChecks {
    private final Diagnostics diagnostics;

    ProcessManagerChecks(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    void check(ProcessManager manager) {
        if (!manager.keyed()) {
            manager.behaviours().forEach(behaviour -> checkNoLife(manager, behaviour));
        }
        if (!manager.reactions().isEmpty()) {
            checkReactsTo(manager);
        }
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

    /** Where a reaction lacks its aggregate, that is said; it may be any. */
    private static boolean covers(Target reaction, Target event) {
        return List.of("", Api.ANY, event.aggregate()).contains(reaction.aggregate())
                && (reaction.name().equals(Api.ANY) || event.names().contains(reaction.name()));
    }
}
