package dev.eventfold.es.processor;

import java.util.List;
import java.util.Optional;
import javax.lang.model.type.TypeMirror;

/** Reads which events a reaction is for: from its parameter, or for raw events from its attributes. */
final class TargetReader {
    private final JavaTypes types;
    private final MethodReader methods;
    private final UnmarkedTypes unmarked;
    private final Diagnostics diagnostics;

    TargetReader(Readers shared) {
        this.types = shared.types();
        this.methods = shared.methods();
        this.unmarked = shared.unmarked();
        this.diagnostics = shared.diagnostics();
    }

    List<Target> ofRaw(WrittenReaction written) {
        String aggregate = written.values().text("aggregate");
        String event = written.values().text("event");
        if (aggregate.isEmpty()) {
            diagnostics.report(written.spot(), Problem.MISSING_AGGREGATE, written.methodName());
        } else if (!aggregate.equals(Api.ANY) && !StoredNames.isSystem(aggregate)) {
            StoredNames.check(aggregate, written.spot().value("aggregate"), diagnostics);
        }
        if (!event.isEmpty()) {
            StoredNames.check(event, written.spot().value("event"), diagnostics);
        }
        return List.of(Target.ofRaw(aggregate, event.isEmpty() ? Api.ANY : event));
    }

    List<Target> ofTyped(WrittenReaction written, Optional<PayloadType> event) {
        if (event.isEmpty()) {
            TypeMirror parameter = methods.parameter(written.method()).orElseThrow();
            diagnostics.report(
                    written.spot(),
                    unmarked.cause(parameter, Kind.EVENT, Optional.empty(), MethodReader.called(written.method())),
                    Problem.WRONG_PARAMETER,
                    written.methodName(),
                    types.text(parameter),
                    "takes a class that is marked @EventOf, or a RecordedEvent, optionally followed by EventContext");
            return List.of();
        }
        if (written.repeated()) {
            diagnostics.report(written.spot(), Problem.REPEATED_REACTION, written.methodName());
            return List.of();
        }
        return event.get().members().stream().map(Target::of).toList();
    }
}
