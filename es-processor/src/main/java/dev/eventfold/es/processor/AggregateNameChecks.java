package dev.eventfold.es.processor;

import java.util.List;
import java.util.stream.Stream;

/** Warns of the name of an aggregate that is not in sight and nearly that of one that is. */
final class AggregateNameChecks {
    private final List<String> known;
    private final Diagnostics diagnostics;

    private AggregateNameChecks(List<String> known, Diagnostics diagnostics) {
        this.known = known;
        this.diagnostics = diagnostics;
    }

    static void check(ModuleContents contents, Diagnostics diagnostics) {
        List<String> known =
                contents.aggregates().stream().map(Aggregate::name).sorted().toList();
        AggregateNameChecks checks = new AggregateNameChecks(known, diagnostics);
        Stream.concat(contents.commands().stream(), contents.events().stream())
                .filter(payload -> !payload.spot().annotation().isEmpty())
                .forEach(payload -> checks.check(
                        payload, payload.aggregate(), payload.spot().value("value")));
        for (EventConsumer<?> consumer : contents.consumers()) {
            consumer.reactions().stream()
                    .filter(reaction -> reaction.target().payload().isEmpty())
                    .forEach(reaction -> checks.check(
                            consumer,
                            reaction.target().aggregate(),
                            reaction.call().method().spot().value("aggregate")));
        }
    }

    private void check(Declared where, String aggregate, SourceSpot spot) {
        if (!known.contains(aggregate)
                && Suggestions.nearest(aggregate, known).isPresent()
                && Problem.UNKNOWN_AGGREGATE.isWanted(where)) {
            diagnostics.report(
                    spot,
                    Cause.of(aggregate, Problem.UNKNOWN_AGGREGATE),
                    Problem.UNKNOWN_AGGREGATE,
                    aggregate,
                    Suggestions.of(aggregate, known));
        }
    }
}
