package dev.eventfold.es.runtime.store.memory;

import dev.eventfold.es.runtime.StoreClosed;
import dev.eventfold.es.runtime.store.Commit;
import dev.eventfold.es.runtime.store.CommitChecks;
import dev.eventfold.es.runtime.store.CommitOutcome;
import dev.eventfold.es.runtime.store.CommitOutcome.Committed;
import dev.eventfold.es.runtime.store.CommitSize;
import dev.eventfold.es.runtime.store.CommittedMove;
import dev.eventfold.es.runtime.store.ConsumerMove;
import dev.eventfold.es.runtime.store.EventStore;
import dev.eventfold.es.runtime.store.Lease;
import dev.eventfold.es.runtime.store.RowKey;
import dev.eventfold.es.runtime.store.Snapshot;
import dev.eventfold.es.runtime.store.StoredEvent;
import dev.eventfold.es.runtime.store.StreamId;
import dev.eventfold.es.runtime.store.VersionedRow;
import dev.eventfold.es.runtime.store.View;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the log in plain collections under one lock. Every commit is durable at once, for as long as the process lives; so both views are
 * the same. One partition.
 */
public final class MemoryEventStore implements EventStore {
    private static final Duration FOREVER = Duration.ofDays(36_500);

    private final Events events = new Events();
    private final Rows rows = new Rows();
    private final Consumers consumers = new Consumers();
    private final Map<StreamId, Snapshot> snapshots = new HashMap<>();
    private final Runnable beforeCommit;
    private long commits;
    private boolean closed;

    /** An empty store. */
    public MemoryEventStore() {
        this(() -> {});
    }

    /**
     * An empty store whose commits can be kept from being made.
     *
     * @param beforeCommit called before each; what it throws whoever commits gets, and nothing is written
     */
    public MemoryEventStore(Runnable beforeCommit) {
        this.beforeCommit = beforeCommit;
    }

    @Override
    public int partitions() {
        return 1;
    }

    @Override
    public synchronized CommitOutcome commit(Commit commit) {
        requireOpen();
        CommitChecks.check(commit);
        beforeCommit.run();
        CommitOutcome refusal = refusal(commit);
        return refusal != null ? refusal : write(commit);
    }

    private @Nullable CommitOutcome refusal(Commit commit) {
        CommitOutcome refusal = refusal(commit.move());
        refusal = refusal != null ? refusal : CommitSize.of(commit).refusal();
        refusal = refusal != null ? refusal : events.refusal(commit.appends());
        return refusal != null ? refusal : movedRow(commit);
    }

    private @Nullable CommitOutcome refusal(@Nullable ConsumerMove move) {
        if (move == null) {
            return null;
        }
        requirePartition(move.lease().partition());
        return consumers.refusal(move);
    }

    private @Nullable CommitOutcome movedRow(Commit commit) {
        RowKey moved = rows.moved(commit.rows());
        return moved == null ? null : consumers.moved(moved.processManager());
    }

    private Committed write(Commit commit) {
        commits++;
        long before = events.head();
        List<StoredEvent> written = new ArrayList<>();
        commit.appends().forEach(append -> written.addAll(events.add(append)));
        commit.rows().forEach(change -> rows.change(change, commits));
        ConsumerMove move = commit.move();
        if (move != null) {
            consumers.move(move, commits, before, events.head());
        }
        notifyAll();
        return new Committed(commits, written);
    }

    @Override
    public synchronized void awaitDurable(long commit) {
        if (commit > commits) {
            throw new IllegalArgumentException("no such commit: commit=" + commit + ", last=" + commits);
        }
    }

    @Override
    public synchronized long lastCommit() {
        requireOpen();
        return commits;
    }

    @Override
    public synchronized long head(int partition, View view) {
        requireOpen();
        requirePartition(partition);
        return events.head();
    }

    @Override
    public synchronized List<StoredEvent> read(int partition, long after, int maxEvents, long maxBytes, View view) {
        requireOpen();
        requirePartition(partition);
        return events.after(after, maxEvents, maxBytes);
    }

    @Override
    public synchronized List<StoredEvent> readStream(StreamId stream, long fromVersion, int maxEvents, View view) {
        requireOpen();
        return events.of(stream, fromVersion, maxEvents);
    }

    @Override
    public synchronized long version(StreamId stream, View view) {
        requireOpen();
        return events.version(stream);
    }

    @Override
    public synchronized Stream<StreamId> streams(String aggregate) {
        requireOpen();
        return events.streams(aggregate);
    }

    @Override
    public synchronized List<StoredEvent> firstResult(StreamId stream, String commandId) {
        requireOpen();
        return events.firstResult(stream, commandId);
    }

    @Override
    public synchronized Optional<VersionedRow> row(RowKey key) {
        requireOpen();
        return Optional.ofNullable(rows.get(key));
    }

    @Override
    public synchronized List<VersionedRow> due(String processManager, int generation, Instant until, int most) {
        requireOpen();
        return rows.due(processManager, generation, until, most);
    }

    @Override
    public synchronized Stream<RowKey> rows(String processManager, int generation) {
        requireOpen();
        return rows.keys(processManager, generation);
    }

    @Override
    public synchronized long position(String consumer, int partition) {
        requireOpen();
        requirePartition(partition);
        return consumers.position(consumer);
    }

    @Override
    public synchronized Stream<CommittedMove> moves(String consumer, int partition, long afterCommit) {
        requireOpen();
        requirePartition(partition);
        return consumers.moves(consumer, afterCommit);
    }

    @Override
    public synchronized Lease lease(String consumer, int partition) {
        requireOpen();
        requirePartition(partition);
        return consumers.lease(consumer, partition);
    }

    @Override
    public synchronized Optional<Snapshot> snapshot(StreamId stream) {
        requireOpen();
        return Optional.ofNullable(snapshots.get(stream));
    }

    @Override
    public synchronized void keep(Snapshot snapshot) {
        requireOpen();
        if (snapshot.version() <= events.version(snapshot.stream())) {
            snapshots.put(snapshot.stream(), snapshot);
        }
    }

    @Override
    public synchronized boolean await(int partition, long after, Duration most) throws InterruptedException {
        requirePartition(partition);
        long deadline = System.nanoTime() + (most.compareTo(FOREVER) < 0 ? most : FOREVER).toNanos();
        requireOpen();
        while (events.head() <= after) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            wait(left / 1_000_000, (int) (left % 1_000_000));
            requireOpen();
        }
        return true;
    }

    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }

    @Override
    public String toString() {
        return "memory";
    }

    private void requireOpen() {
        if (closed) {
            throw new StoreClosed("the store was closed", null);
        }
    }

    private static void requirePartition(int partition) {
        Objects.checkIndex(partition, 1);
    }
}
