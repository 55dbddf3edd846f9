package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.runtime.store.EventStore;
import dev.eventfold.es.runtime.store.StreamId;
import dev.eventfold.es.runtime.store.View;
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

    static PendingFailures of(EventStore store, String processManager) {
        try (Stream<StreamId> sequences = store.streams(SystemStreams.deadLetters(processManager))) {
            return sequences.map(sequence -> of(store, sequence)).reduce(NONE, PendingFailures::plus);
        }
    }

    private PendingFailures plus(PendingFailures other) {
        return new PendingFailures(failures + other.failures, parked + other.parked, blocked + other.blocked);
    }

    private static PendingFailures of(EventStore store, StreamId stream) {
        SequenceLog log = new SequenceLog(store, stream, View.DURABLE, failure -> {}).readOn();
        long parked = log.commands().parkedCount() + log.events().parkedCount();
        boolean blocked = !log.commands().isEmpty() || !log.events().isEmpty();
        return new PendingFailures(log.pending().size(), parked, blocked ? 1 : 0);
    }
}
