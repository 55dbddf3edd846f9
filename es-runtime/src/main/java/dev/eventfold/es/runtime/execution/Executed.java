package dev.eventfold.es.runtime.execution;

import dev.eventfold.es.RecordedEvent;
import dev.eventfold.es.runtime.CommandResult;
import dev.eventfold.es.runtime.store.StoredEvent;
import java.util.List;

/** The answer to a caller. */
record Executed(
        String commandId,
        String correlationId,
        String instanceId,
        long version,
        List<RecordedEvent> events,
        boolean duplicate)
        implements CommandResult {

    static Executed of(CommandRequest request, long version, List<StoredEvent> events, Payloads payloads) {
        return new Executed(
                request.origin().commandId(),
                request.origin().correlationId(),
                request.stream().instanceId(),
                version,
                recorded(events, payloads),
                false);
    }

    static Executed duplicateOf(CommandRequest request, List<StoredEvent> first, Payloads payloads) {
        StoredEvent last = first.get(first.size() - 1);
        return new Executed(
                request.origin().commandId(),
                last.event().origin().correlationId(),
                request.stream().instanceId(),
                last.version(),
                recorded(first, payloads),
                true);
    }

    private static List<RecordedEvent> recorded(List<StoredEvent> events, Payloads payloads) {
        RecordedEvent[] recorded = new RecordedEvent[events.size()];
        for (int n = 0; n < recorded.length; n++) {
            recorded[n] = new LoggedEvent(events.get(n), payloads);
        }
        return List.of(recorded);
    }
}
