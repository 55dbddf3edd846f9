package dev.eventfold.es.runtime.store.conformance;

import dev.eventfold.es.runtime.store.Commit;
import dev.eventfold.es.runtime.store.CommitOutcome;
import dev.eventfold.es.runtime.store.CommittedMove;
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
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A store that does what another does. */
public class ForwardingStore implements EventStore {
    private final EventStore store;

    protected ForwardingStore(EventStore store) {
        this.store = store;
    }

    @Override
    public int partitions() {
        return store.partitions();
    }

    @Override
    public CommitOutcome commit(Commit commit) {
        return store.commit(commit);
    }

    @Override
    public void awaitDurable(long commit) {
        store.awaitDurable(commit);
    }

    @Override
    public long lastCommit() {
        return store.lastCommit();
    }

    @Override
    public long head(int partition, View view) {
        return store.head(partition, view);
    }

    @Override
    public List<StoredEvent> read(int partition, long after, int maxEvents, long maxBytes, View view) {
        return store.read(partition, after, maxEvents, maxBytes, view);
    }

    @Override
    public List<StoredEvent> readStream(StreamId stream, long fromVersion, int maxEvents, View view) {
        return store.readStream(stream, fromVersion, maxEvents, view);
    }

    @Override
    public long version(StreamId stream, View view) {
        return store.version(stream, view);
    }

    @Override
    public Stream<StreamId> streams(String aggregate) {
        return store.streams(aggregate);
    }

    @Override
    public List<StoredEvent> firstResult(StreamId stream, String commandId) {
        return store.firstResult(stream, commandId);
    }

    @Override
    public Optional<VersionedRow> row(RowKey key) {
        return store.row(key);
    }

    @Override
    public List<VersionedRow> due(String processManager, int generation, Instant until, int most) {
        return store.due(processManager, generation, until, most);
    }

    @Override
    public Stream<RowKey> rows(String processManager, int generation) {
        return store.rows(processManager, generation);
    }

    @Override
    public long position(String consumer, int partition) {
        return store.position(consumer, partition);
    }

    @Override
    public Stream<CommittedMove> moves(String consumer, int partition, long afterCommit) {
        return store.moves(consumer, partition, afterCommit);
    }

    @Override
    public Lease lease(String consumer, int partition) {
        return store.lease(consumer, partition);
    }

    @Override
    public Optional<Snapshot> snapshot(StreamId stream) {
        return store.snapshot(stream);
    }

    @Override
    public void keep(Snapshot snapshot) {
        store.keep(snapshot);
    }

    @Override
    public boolean await(int partition, long after, Duration most) throws InterruptedException {
        return store.await(partition, after, most);
    }

    @Override
    public void close() {
        store.close();
    }
}
