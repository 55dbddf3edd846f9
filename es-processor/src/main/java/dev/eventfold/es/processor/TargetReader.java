package dev.eventfold.es.processor;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Reads which events a reaction is for: from its parameter, which its attributes must agree with, or for raw events from these alone. */
final class TargetReader {
    private final JavaTypes types;
    private final MethodReader methods;
    private final Diagnostics diagnostics;

    TargetReader(JavaTypes types, MethodReader methods, Diagnostics diagnostics) {
        this.types = types;
        this.methods = methods;
        this.diagnostics = diagnostics;
    }

    List<Target> ofRaw(ReactionReader.Written written, boolean callable) {
        String aggregate = written.values().text("aggregate");
        String event = written.values().text("event");
        if (aggregate.isEmpty() && callable) {
            diagnostics.report(written.spot(), Problem.MISSING_AGGREGATE, written.methodName());
        }
        checkName(aggregate, written.spot().value("aggregate"));
        checkName(event, written.spot().value("event"));
        return List.of(new Target(aggregate, event.isEmpty() ? Api.ANY : event, Optional.empty()));
    }

    private void checkName(String name, SourceSpot spot) {
        if (!name.isEmpty() && !name.equals(Api.ANY)) {
            StoredNames.check(name, spot, diagnostics);
        }
    }

    List<Target> ofTyped(ReactionReader.Written written, Optional<PayloadType> event, boolean callable) {
        if (event.isEmpty()) {
            if (callable) {
                reportNoEvent(written);
            }
            return List.of();
        }
        if (written.repeated() && callable) {
            diagnostics.report(written.spot(), Problem.REPEATED_REACTION, written.methodName());
        }
        checkAggregate(written, event.get());
        checkEvent(written, event.get());
        return event.get().members().stream().map(Target::of).toList();
    }

    private void reportNoEvent(ReactionReader.Written written) {
        diagnostics.report(
                written.spot(),
                Problem.WRONG_PARAMETER,
                written.method().getSimpleName(),
                types.text(methods.parameter(written.method()).orElseThrow()),
                "takes a class that is marked @EventOf, or a RecordedEvent, optionally followed by EventContext");
    }

    private void checkAggregate(ReactionReader.Written written, PayloadType event) {
        String given = written.values().text("aggregate");
        if (!given.isEmpty() && !given.equals(event.aggregate())) {
            diagnostics.report(
                    written.spot().value("aggregate"),
                    Problem.AGGREGATE_CONTRADICTION,
                    written.methodName() + " takes " + event.type().nestedName(),
                    "event",
                    event.aggregate(),
                    "this says \"" + given + "\"",
                    Suggestions.nearest(given, List.of(event.aggregate()))
                            .map(name -> " Did you mean \"" + name + "\"?")
                            .orElse(""));
        }
    }

    private void checkEvent(ReactionReader.Written written, PayloadType event) {
        String given = written.values().text("event");
        if (given.isEmpty()
                || (event instanceof Payload payload && payload.name().equals(given))) {
            return;
        }
        SourceSpot spot = written.spot().value("event");
        if (event instanceof Payload payload) {
            TreeSet<String> known = new TreeSet<>(List.of(payload.name()));
            diagnostics.report(spot, Problem.UNKNOWN_EVENT, given, event.aggregate(), Suggestions.of(given, known));
        } else {
            diagnostics.report(
                    spot,
                    Problem.EVENT_CONTRADICTION,
                    written.methodName(),
                    event.type().nestedName());
        }
    }
}
