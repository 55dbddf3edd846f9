package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.OnFailure;
import dev.eventfold.es.runtime.DeadLetter.Cause;
import dev.eventfold.es.runtime.store.EventStore;
import dev.eventfold.es.runtime.store.StoredEvent;
import dev.eventfold.es.runtime.store.StreamId;
import dev.eventfold.es.runtime.store.View;
import java.util.List;
import java.util.stream.Stream;

/**
 * How much of a process manager waits, as the log tells it.
 *
 * @param failures pending dead letters
 * @param parked commands and events behind them
 * @param blocked sequences that wait
 */
record PendingFailures(long failures, long parked, long blocked) {
    private static final PendingFailures NONE = new PendingFailures(0, 0, 0);
    private static final int PAGE = 256;

    static PendingFailures of(EventStore store, String processManager) {
        try (Stream<StreamId> sequences = store.streams(SystemStreams.deadLetters(processManager))) {
            return sequences.map(sequence -> of(store, sequence)).reduce(NONE, PendingFailures::plus);
        }
    }

    private PendingFailures plus(PendingFailures other) {
        return new PendingFailures(failures + other.failures, parked + other.parked, blocked + other.blocked);
    }

    private static PendingFailures of(EventStore store, StreamId sequence) {
        PendingFailures found = NONE;
        long version = 0;
        List<StoredEvent> page;
        do {
            page = store.readStream(sequence, version + 1, PAGE, View.DURABLE);
            for (StoredEvent event : page) {
                version = event.version();
                found = found.plus(of(event));
            }
        } while (page.size() == PAGE);
        return new PendingFailures(found.failures, found.parked, Math.min(found.blocked, 1));
    }

    private static PendingFailures of(StoredEvent event) {
        return switch (event.event().name()) {
            case FailureEvents.EVENT_FAILED, FailureEvents.COMMAND_FAILED ->
                new PendingFailures(1, 0, blocks(event) ? 1 : 0);
            default -> new PendingFailures(0, 1, 0);
        };
    }

    /** Whether what follows waits: not where it goes on, and not where there is no instance that could. */
    private static boolean blocks(StoredEvent failure) {
        JsonMembers members = JsonMembers.of(failure.event().data());
        return OnFailure.valueOf(members.text("onFailure")) != OnFailure.CONTINUE
                && Cause.valueOf(members.text("cause")) != Cause.NO_INSTANCE;
    }
}
