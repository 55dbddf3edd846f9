package dev.eventfold.es.runtime.store.file;

import dev.eventfold.es.runtime.StoreFailed;
import dev.eventfold.es.runtime.store.Commit;
import dev.eventfold.es.runtime.store.CommitChecks;
import dev.eventfold.es.runtime.store.CommitOutcome;
import dev.eventfold.es.runtime.store.CommittedMove;
import dev.eventfold.es.runtime.store.Copyable;
import dev.eventfold.es.runtime.store.EventFilter;
import dev.eventfold.es.runtime.store.EventSlice;
import dev.eventfold.es.runtime.store.EventStore;
import dev.eventfold.es.runtime.store.Lease;
import dev.eventfold.es.runtime.store.ProjectionCheckpoint;
import dev.eventfold.es.runtime.store.ProjectionCheckpoints;
import dev.eventfold.es.runtime.store.RowKey;
import dev.eventfold.es.runtime.store.Snapshot;
import dev.eventfold.es.runtime.store.StoredEvent;
import dev.eventfold.es.runtime.store.StreamId;
import dev.eventfold.es.runtime.store.VersionedRow;
import dev.eventfold.es.runtime.store.View;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * Keeps the log in a directory, in segments of JSON Lines. One partition, one writing process. Commits are decided in memory, one after the
 * other; they become durable in groups, when somebody waits for one of them.
 */
public final class FileEventStore implements EventStore, Copyable, ProjectionCheckpoints {
    /** How much may be decided and not written before whoever commits more writes it himself. */
    private static final long MOST_UNWRITTEN = 16L << 20;

    private final Disk disk;
    private final LogIndex index;
    private final LogTail tail;
    private final DecidedLines lines;
    private final Decider decider;
    private final GroupCommit group;
    private final StoreState state;
    private final Guard guard;
    private final EventReads reads;
    private final RowReads rows;
    private final Arrivals arrivals;
    private final LogReader reader;
    private final CacheKeeper caches;
    private final CacheSource cacheSource;
    private final ProjectionCache projections;
    private final SnapshotCache snapshots;
    private final Shutdown shutdown;
    private final OpenReport report;
    private final Object closing = new Object();

    FileEventStore(Opening opening) {
        ReentrantLock lock = new ReentrantLock();
        disk = opening.disk();
        SegmentFiles files = opening.files();
        index = opening.index();
        report = opening.report();
        Checksum checksum = new Checksum(opening.storeId());
        tail = new LogTail(opening.storeId(), opening.options(), files, opening.place());
        reader = new LogReader(disk, files, checksum);
        LogWriter writer = opening.writer();
        lines = new DecidedLines(index, tail::line, reader);
        decider = new Decider(index, tail, lines, checksum);
        group = new GroupCommit(lock, tail, writer, disk.directory(), index.commit(), index.head());
        state = new StoreState(disk.directory(), index, tail, group);
        reads = new EventReads(lock, state, index, reader);
        guard = new Guard(lock, state);
        rows = new RowReads(guard, index, lines);
        arrivals = new Arrivals(lock, state, index);
        caches = new CacheKeeper(disk, opening.storeId(), opening.options(), opening.executor(), opening.indexed());
        cacheSource = new CacheSource(index, tail, group, files, caches);
        projections = new ProjectionCache(disk, opening.storeId());
        snapshots = new SnapshotCache(opening, reads, group, guard);
        shutdown =
                new Shutdown(index, group, writer, files, caches, cacheSource, projections, snapshots, opening.lock());
    }

    /**
     * Opens a directory for writing, and makes it when it is missing.
     *
     * @param directory the directory
     * @param options how it is written
     * @return the store
     * @throws dev.eventfold.es.runtime.StoreLocked when it is open for writing already, in this process or another
     * @throws dev.eventfold.es.runtime.StoreDamaged when something is missing of what was known to be durable
     * @throws StoreFailed when it is not a store of ours, or the disk fails
     */
    public static FileEventStore open(Path directory, FileStoreOptions options) {
        RealDisk disk = new RealDisk(directory);
        try {
            disk.createRoot();
        } catch (IOException e) {
            throw Failures.of("opening the store failed", disk, e);
        }
        return Opening.open(disk, options, CacheKeeper::inBackground);
    }

    /** Without threads of its own. */
    static FileEventStore open(Disk disk, FileStoreOptions options) {
        return Opening.open(disk, options, Runnable::run);
    }

    /**
     * What opening found.
     *
     * @return the report
     */
    public OpenReport report() {
        return report;
    }

    @Override
    public int partitions() {
        return 1;
    }

    @Override
    public CommitOutcome commit(Commit commit) {
        CommitChecks.check(commit);
        return guard.working(() -> {
            if (tail.filling().bytes() > MOST_UNWRITTEN) {
                group.flush();
                state.requireWorking();
            }
            CommitOutcome outcome = decider.decide(commit, group.synced());
            if (outcome instanceof CommitOutcome.Committed) {
                arrivals.signal();
            }
            return outcome;
        });
    }

    @Override
    public void awaitDurable(long commit) {
        if (commit <= group.durable()) {
            return;
        }
        try {
            group.await(commit);
        } catch (StoreFailed e) {
            arrivals.signalFailure();
            throw e;
        }
        if (caches.isDue(group.sealed())) {
            caches.keep(() -> guard.locked(cacheSource::now));
        }
    }

    @Override
    public long lastCommit() {
        return guard.working(index::commit);
    }

    @Override
    public long head(int partition, View view) {
        Objects.checkIndex(partition, 1);
        return guard.locked(() -> state.visible(view));
    }

    @Override
    public List<StoredEvent> read(int partition, long after, int maxEvents, long maxBytes, View view) {
        Objects.checkIndex(partition, 1);
        return reads.after(after, maxEvents, maxBytes, view);
    }

    @Override
    public EventSlice read(
            int partition, long after, long through, int maxEvents, long maxBytes, View view, EventFilter wanted) {
        Objects.checkIndex(partition, 1);
        return reads.after(after, through, maxEvents, maxBytes, view, wanted);
    }

    @Override
    public List<StoredEvent> readStream(StreamId stream, long fromVersion, int maxEvents, View view) {
        return reads.of(stream, fromVersion, maxEvents, view);
    }

    @Override
    public long version(StreamId stream, View view) {
        return reads.version(stream, view);
    }

    @Override
    public Stream<StreamId> streams(String aggregate) {
        return reads.streams(aggregate);
    }

    @Override
    public List<StoredEvent> firstResult(StreamId stream, String commandId) {
        return guard.working(() -> lines.firstResult(stream, commandId));
    }

    @Override
    public Optional<VersionedRow> row(RowKey key) {
        return rows.row(key);
    }

    @Override
    public List<VersionedRow> due(String processManager, int generation, Instant until, int most) {
        return rows.due(processManager, generation, until, most);
    }

    @Override
    public Stream<RowKey> rows(String processManager, int generation) {
        return rows.keys(processManager, generation);
    }

    @Override
    public long position(String consumer, int partition) {
        Objects.checkIndex(partition, 1);
        return guard.working(() -> index.position(consumer));
    }

    @Override
    public Stream<CommittedMove> moves(String consumer, int partition, long afterCommit) {
        Objects.checkIndex(partition, 1);
        state.requireOpen();
        return reader.moves(consumer, afterCommit, group.durable());
    }

    @Override
    public Lease lease(String consumer, int partition) {
        Objects.checkIndex(partition, 1);
        return guard.working(() -> decider.lease(consumer));
    }

    @Override
    public boolean await(int partition, long after, Duration most) throws InterruptedException {
        Objects.checkIndex(partition, 1);
        return arrivals.await(after, most);
    }

    @Override
    public Optional<ProjectionCheckpoint> checkpoint(String projection) {
        return projections.read(projection);
    }

    @Override
    public void keep(String projection, ProjectionCheckpoint checkpoint) {
        projections.keep(projection, checkpoint, group.durable(), guard.working(group::synced));
    }

    @Override
    public Optional<Snapshot> snapshot(StreamId stream) {
        state.requireOpen();
        return snapshots.find(stream);
    }

    @Override
    public void keep(Snapshot snapshot) {
        snapshots.keep(snapshot);
    }

    @Override
    public void copyTo(Path directory) {
        Optional<IndexFile.Content> all = guard.working(() -> Optional.ofNullable(cacheSource.all()));
        Backup.write(disk, directory, all.orElse(null));
    }

    @Override
    public void close() {
        synchronized (closing) {
            if (beginClosing()) {
                letGo();
            }
        }
    }

    private boolean beginClosing() {
        return guard.locked(() -> {
            if (!state.close()) {
                return false;
            }
            arrivals.signal();
            group.flush();
            return true;
        });
    }

    private void letGo() {
        try {
            shutdown.letGo();
        } catch (IOException e) {
            throw Failures.of("closing the store failed", disk, e);
        }
    }

    @Override
    public String toString() {
        return disk.directory();
    }
}
