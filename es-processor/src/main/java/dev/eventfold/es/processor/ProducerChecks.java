package dev.eventfold.es.processor;

import java.util.Set;
import java.util.stream.Collectors;

/** Warns of events that no handler of their aggregate returns. */
final class ProducerChecks {
    private ProducerChecks() {}

    static void check(ModuleContents contents, Diagnostics diagnostics) {
        for (Aggregate aggregate : contents.aggregates()) {
            Set<ClassRef> produced = aggregate.produced().stream()
                    .flatMap(type -> type.members().stream())
                    .map(Payload::type)
                    .collect(Collectors.toSet());
            for (PayloadType event : contents.events()) {
                if (event instanceof Payload payload
                        && payload.aggregate().equals(aggregate.name())
                        && !produced.contains(payload.type())
                        && Problem.NO_PRODUCER.isWanted(payload)) {
                    diagnostics.report(
                            payload.spot(),
                            Problem.NO_PRODUCER,
                            payload.name(),
                            aggregate.type().nestedName());
                }
            }
        }
    }
}
