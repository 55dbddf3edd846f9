package dev.eventfold.es.processor;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Warns of events that no handler of their aggregate returns. */
final class ProducerChecks {
    private ProducerChecks() {}

    static void check(ModuleContents contents, Diagnostics diagnostics) {
        for (Aggregate aggregate : contents.aggregates()) {
            List<Payload> unproduced = unproduced(aggregate, contents);
            if (!unproduced.isEmpty()) {
                Payload first = unproduced.get(0);
                diagnostics.report(
                        first.spot(),
                        Problem.NO_PRODUCER,
                        first.name(),
                        aggregate.type().nestedName(),
                        Diagnostics.sameFor(unproduced));
            }
        }
    }

    private static List<Payload> unproduced(Aggregate aggregate, ModuleContents contents) {
        Set<ClassRef> produced = aggregate.produced().stream()
                .flatMap(type -> type.members().stream())
                .map(Payload::type)
                .collect(Collectors.toSet());
        return contents.events().stream()
                .filter(Payload.class::isInstance)
                .map(Payload.class::cast)
                .filter(event -> event.aggregate().equals(aggregate.name()))
                .filter(event -> !produced.contains(event.type()))
                .filter(Problem.NO_PRODUCER::isWanted)
                .toList();
    }
}
