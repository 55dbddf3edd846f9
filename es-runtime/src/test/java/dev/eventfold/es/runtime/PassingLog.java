package dev.eventfold.es.runtime;

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

/** Passes every call on, for tests that change one of them. */
class PassingLog implements EventStore {
    final EventStore log;

    PassingLog(EventStore log) {
        this.log = log;
    }

    /** Where the next call goes. */
    EventStore log() {
        return log;
    }

    @Override
    public int partitions() {
        return log().partitions();
    }

    @Override
    public CommitOutcome commit(Commit commit) {
        return log().commit(commit);
    }

    @Override
    public void awaitDurable(long commit) {
        log().awaitDurable(commit);
    }

    @Override
    public long lastCommit() {
        return log().lastCommit();
    }

    @Override
    public long head(int partition, View view) {
        return log().head(partition, view);
    }

    @Override
    public List<StoredEvent> read(int partition, long after, int maxEvents, long maxBytes, View view) {
        return log().read(partition, after, maxEvents, maxBytes, view);
    }

    @Override
    public List<StoredEvent> readStream(StreamId stream, long fromVersion, int maxEvents, View view) {
        return log().readStream(stream, fromVersion, maxEvents, view);
    }

    @Override
    public long version(StreamId stream, View view) {
        return log().version(stream, view);
    }

    @Override
    public Stream<StreamId> streams(String aggregate) {
        return log().streams(aggregate);
    }

    @Override
    public List<StoredEvent> firstResult(StreamId stream, String commandId) {
        return log().firstResult(stream, commandId);
    }

    @Override
    public Optional<VersionedRow> row(RowKey key) {
        return log().row(key);
    }

    @Override
    public List<VersionedRow> due(String processManager, int generation, Instant until, int most) {
        return log().due(processManager, generation, until, most);
    }

    @Override
    public Stream<RowKey> rows(String processManager, int generation) {
        return log().rows(processManager, generation);
    }

    @Override
    public long position(String consumer, int partition) {
        return log().position(consumer, partition);
    }

    @Override
    public Stream<CommittedMove> moves(String consumer, int partition, long afterCommit) {
        return log().moves(consumer, partition, afterCommit);
    }

    @Override
    public Lease lease(String consumer, int partition) {
        return log().lease(consumer, partition);
    }

    @Override
    public Optional<Snapshot> snapshot(StreamId stream) {
        return log().snapshot(stream);
    }

    @Override
    public void keep(Snapshot snapshot) {
        log().keep(snapshot);
    }

    @Override
    public boolean await(int partition, long after, Duration most) throws InterruptedException {
        return log().await(partition, after, most);
    }

    @Override
    public void close() {
        log().close();
    }
}
