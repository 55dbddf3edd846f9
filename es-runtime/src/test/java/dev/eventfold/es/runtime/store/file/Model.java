package dev.eventfold.es.runtime.store.file;

import dev.eventfold.es.runtime.store.Commit;
import dev.eventfold.es.runtime.store.CommitOutcome;
import dev.eventfold.es.runtime.store.CommitOutcome.Committed;
import dev.eventfold.es.runtime.store.ConsumerMove;
import dev.eventfold.es.runtime.store.EventStore;
import dev.eventfold.es.runtime.store.Lease;
import dev.eventfold.es.runtime.store.memory.MemoryEventStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** What a store must hold: a memory store that was given the same commits, and which of them a caller was told to be durable. */
final class Model {
    private final List<Commit> committed = new CopyOnWriteArrayList<>();
    private final Map<String, Lease> leases = new HashMap<>();
    private final MemoryEventStore store = new MemoryEventStore();
    private volatile long acknowledged;

    EventStore store() {
        return store;
    }

    Lease lease(String consumer) {
        return leases.computeIfAbsent(consumer, name -> store.lease(name, 0));
    }

    CommitOutcome commit(Commit commit) {
        CommitOutcome outcome = store.commit(commit);
        if (outcome instanceof Committed) {
            committed.add(commit);
        }
        return outcome;
    }

    void acknowledge() {
        acknowledged = committed.size();
    }

    long acknowledged() {
        return acknowledged;
    }

    long decided() {
        return committed.size();
    }

    /** What was committed and acknowledged up to now, whatever is later. */
    Model now() {
        Model now = new Model();
        now.acknowledged = acknowledged;
        now.committed.addAll(committed);
        return now;
    }

    /** A model of a store that holds the first commits of this one. */
    Model keep(long commits) {
        Model kept = new Model();
        for (Commit commit : committed.subList(0, (int) commits)) {
            kept.commit(kept.withOwnLease(commit));
        }
        kept.acknowledge();
        return kept;
    }

    private Commit withOwnLease(Commit commit) {
        ConsumerMove move = commit.move();
        return move == null
                ? commit
                : new Commit(
                        commit.appends(),
                        commit.rows(),
                        new ConsumerMove(lease(move.lease().consumer()), move.from(), move.to(), move.unchanged()));
    }
}
