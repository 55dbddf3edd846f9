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
import java.util.stream.Collectors;

/** Writes what became of that which {@link FailureEvents} wrote, into the same stream. Each names the entry by its version there. */
final class RetryEvents {
    static final String RETRIED = "Retried";
    static final String RELEASED = "Released";
    static final String FAILED_AGAIN = "FailedAgain";
    static final String EVICTED = "Evicted";

    private static final String ENTRY = "entry";
    private static final String ENTRIES = "entries";
    private static final String COMMANDS = "commands";
    private static final String REASON = "reason";

    private final String consumer;
    private final FailureEvents failures;

    RetryEvents(String consumer, FailureEvents failures) {
        this.consumer = consumer;
        this.failures = failures;
    }

    /** A dead letter went through. */
    StreamAppend retried(StoredEvent entry, Instant now) {
        return append(RETRIED, entry, 0, about(entry), now);
    }

    /** What was parked went through, one after the other. All of one kind. */
    StreamAppend released(List<StoredEvent> entries, Instant now) {
        String versions = entries.stream()
                .map(entry -> Long.toString(entry.version()))
                .collect(Collectors.joining(",", "[", "]"));
        JsonWriter data = new JsonWriter().raw(ENTRIES, Json.of(versions)).flag(COMMANDS, isOfCommand(entries.get(0)));
        return append(RELEASED, entries.get(0), 0, data, now);
    }

    /** A dead letter was tried in vain, or what was parked became one when its turn came. */
    StreamAppend failedAgain(StoredEvent entry, Failure failure, boolean blocks, int attempts, Instant now) {
        JsonWriter data = about(entry).flag(COMMANDS, isOfCommand(entry));
        return append(FAILED_AGAIN, entry, attempts, failures.why(data, failure, blocks, attempts), now);
    }

    /** Somebody gave a dead letter up. */
    StreamAppend evicted(StoredEvent entry, String reason, Instant now) {
        return append(EVICTED, entry, 0, about(entry).text(REASON, reason), now);
    }

    private static JsonWriter about(StoredEvent entry) {
        return new JsonWriter().number(ENTRY, entry.version());
    }

    private static boolean isOfCommand(StoredEvent entry) {
        return FailureEvents.isOfCommand(entry.event().name());
    }

    /** Whether it is about commands. */
    static boolean ofCommands(StoredEvent outcome) {
        return JsonMembers.of(outcome.event().data()).flag(COMMANDS);
    }

    static long entry(StoredEvent outcome) {
        return JsonMembers.of(outcome.event().data()).number(ENTRY);
    }

    /** The versions of the entries, in the order in which they ran. */
    static long[] entries(StoredEvent released) {
        String versions = JsonMembers.of(released.event().data()).raw(ENTRIES);
        return List.of(versions.substring(1, versions.length() - 1).split(",")).stream()
                .mapToLong(Long::parseLong)
                .toArray();
    }

    static String reason(StoredEvent evicted) {
        return JsonMembers.of(evicted.event().data()).text(REASON);
    }

    /** In the flow of what failed, and caused by the entry. */
    private StreamAppend append(String name, StoredEvent entry, int index, JsonWriter data, Instant now) {
        StreamId stream = entry.stream();
        Origin of = entry.event().origin();
        String id = CommandIds.derived(consumer, name, stream, entry.version(), index);
        Origin origin = new Origin(id, of.correlationId(), entry.id(), null, null, of.metadata());
        NewEvent event = new NewEvent(name, SystemStreams.SCHEMA, now, origin, null, data.json());
        return new StreamAppend(stream, new ExpectedVersion.Any(), false, List.of(event));
    }
}
