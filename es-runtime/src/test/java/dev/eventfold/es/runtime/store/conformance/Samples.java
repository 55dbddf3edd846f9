package dev.eventfold.es.runtime.store.conformance;

import dev.eventfold.es.runtime.store.Commit;
import dev.eventfold.es.runtime.store.ConsumerMove;
import dev.eventfold.es.runtime.store.ExpectedVersion;
import dev.eventfold.es.runtime.store.Json;
import dev.eventfold.es.runtime.store.Lease;
import dev.eventfold.es.runtime.store.NewEvent;
import dev.eventfold.es.runtime.store.Origin;
import dev.eventfold.es.runtime.store.Row;
import dev.eventfold.es.runtime.store.RowChange;
import dev.eventfold.es.runtime.store.RowKey;
import dev.eventfold.es.runtime.store.Snapshot;
import dev.eventfold.es.runtime.store.StreamAppend;
import dev.eventfold.es.runtime.store.StreamId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** Commits and their parts, short to write. */
public final class Samples {
    /** When every sample event was decided. */
    public static final Instant AT = Instant.parse("2026-11-23T22:05:01.123Z");

    /** The condition that holds always. */
    public static final ExpectedVersion ANY = new ExpectedVersion.Any();

    private static final AtomicLong COMMANDS = new AtomicLong();

    private Samples() {}

    /** A command id that nobody has used. */
    public static String newId() {
        return "command-" + COMMANDS.incrementAndGet();
    }

    public static StreamId stream(String instanceId) {
        return new StreamId("inventory", instanceId);
    }

    public static NewEvent event(String commandId, String json) {
        return new NewEvent("Stocked", 1, AT, origin(commandId), null, Json.of(json));
    }

    public static Origin origin(String commandId) {
        return new Origin(commandId, commandId, commandId, null, null, Map.of());
    }

    public static StreamAppend append(StreamId stream, ExpectedVersion expected, int events) {
        return append(stream, expected, false, newId(), events);
    }

    public static StreamAppend append(
            StreamId stream, ExpectedVersion expected, boolean once, String commandId, int events) {
        return new StreamAppend(
                stream,
                expected,
                once,
                IntStream.range(0, events)
                        .mapToObj(n -> event(commandId, "{\"quantity\":" + n + "}"))
                        .toList());
    }

    /** One event, on no condition. */
    public static Commit one(StreamId stream) {
        return Commit.of(append(stream, ANY, 1));
    }

    public static Commit once(StreamId stream, String commandId, int events) {
        return Commit.of(append(stream, ANY, true, commandId, events));
    }

    public static RowKey key(String key) {
        return new RowKey("fulfilment", 1, key);
    }

    public static RowChange put(RowKey key, long expectedVersion, String json) {
        return new RowChange.Put(new Row(key, 1, Row.Blocked.NO, Json.of(json)), expectedVersion);
    }

    public static RowChange remove(RowKey key, long expectedVersion) {
        return new RowChange.Remove(key, expectedVersion);
    }

    public static ConsumerMove move(Lease lease, long from, long to) {
        return new ConsumerMove(lease, from, to, List.of());
    }

    public static Snapshot snapshot(StreamId stream, long version, String json) {
        return new Snapshot(stream, version, "witness of " + version, "code", Json.of(json));
    }
}
