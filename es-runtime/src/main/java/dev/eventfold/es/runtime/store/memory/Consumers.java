package dev.eventfold.es.runtime.store.memory;

import dev.eventfold.es.runtime.store.CommitOutcome;
import dev.eventfold.es.runtime.store.CommitOutcome.ConsumerMoved;
import dev.eventfold.es.runtime.store.CommitOutcome.Fenced;
import dev.eventfold.es.runtime.store.CommittedMove;
import dev.eventfold.es.runtime.store.ConsumerMove;
import dev.eventfold.es.runtime.store.Lease;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How far consumers have come, how they came there, and who may move them. Guarded by the store's lock. */
final class Consumers {
    private final Map<String, Long> positions = new HashMap<>();
    private final Map<String, List<CommittedMove>> moves = new HashMap<>();
    private final Map<String, Long> epochs = new HashMap<>();

    long position(String consumer) {
        return positions.getOrDefault(consumer, 0L);
    }

    /** A new lease; the one before it is worth nothing from now on. */
    Lease lease(String consumer, int partition) {
        return new Lease(consumer, partition, epochs.merge(consumer, 1L, Long::sum));
    }

    /** Why a move may not be made; null when it may. */
    @Nullable
    CommitOutcome refusal(ConsumerMove move) {
        Lease lease = move.lease();
        if (epochs.getOrDefault(lease.consumer(), 0L) != lease.epoch()) {
            return new Fenced(lease);
        }
        return position(lease.consumer()) == move.from() ? null : moved(lease.consumer());
    }

    /** That a consumer is not where a commit expects it. */
    ConsumerMoved moved(String consumer) {
        return new ConsumerMoved(consumer, position(consumer));
    }

    /** Makes a move of a commit, with the positions before and behind its events. */
    void move(ConsumerMove move, long commit, long before, long behind) {
        String consumer = move.lease().consumer();
        positions.put(consumer, move.to());
        moves.computeIfAbsent(consumer, name -> new ArrayList<>())
                .add(new CommittedMove(commit, before, behind, move.from(), move.to(), move.unchanged()));
    }

    /** The moves that there are now behind a commit. */
    Stream<CommittedMove> moves(String consumer, long afterCommit) {
        return moves.getOrDefault(consumer, List.of()).stream()
                .filter(move -> move.commit() > afterCommit)
                .toList()
                .stream();
    }
}
