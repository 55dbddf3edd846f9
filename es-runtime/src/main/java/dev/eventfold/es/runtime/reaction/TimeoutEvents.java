package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.runtime.execution.CommandIds;
import dev.eventfold.es.runtime.store.ExpectedVersion;
import dev.eventfold.es.runtime.store.Json;
import dev.eventfold.es.runtime.store.NewEvent;
import dev.eventfold.es.runtime.store.Origin;
import dev.eventfold.es.runtime.store.StoredEvent;
import dev.eventfold.es.runtime.store.StreamAppend;
import dev.eventfold.es.runtime.store.StreamId;
import java.time.Instant;
import java.util.List;

/** Writes the timeouts that fire, in the flow of the events that set them. */
final class TimeoutEvents {
    static final String FIRED = "TimeoutFired";

    private static final int NO_COMMAND = -1;

    private final String processManager;

    TimeoutEvents(String processManager) {
        this.processManager = processManager;
    }

    StreamId stream(String key) {
        return new StreamId(SystemStreams.timeouts(processManager), key);
    }

    /**
     * The event as it will be stored.
     *
     * @param version its version in its stream
     * @param position where the log will have it
     */
    StoredEvent fired(PendingTimeout timeout, String key, long version, int partition, long position, Instant now) {
        StreamId stream = stream(key);
        Origin origin = new Origin(
                CommandIds.derived(processManager, key, stream, version, NO_COMMAND),
                timeout.correlation(),
                timeout.cause(),
                null,
                null,
                timeout.metadata());
        Json data = new JsonWriter()
                .text("timeout", timeout.name())
                .text("due", timeout.due().toString())
                .json();
        NewEvent event = new NewEvent(FIRED, SystemStreams.SCHEMA, now, origin, null, data);
        return new StoredEvent(partition, position, stream, version, 0, event);
    }

    static StreamAppend append(StoredEvent fired) {
        return new StreamAppend(fired.stream(), ExpectedVersion.of(fired.version() - 1), false, List.of(fired.event()));
    }
}
