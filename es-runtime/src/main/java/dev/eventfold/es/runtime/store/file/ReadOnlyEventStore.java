package dev.eventfold.es.runtime.store.file;

import dev.eventfold.es.runtime.StoreClosed;
import dev.eventfold.es.runtime.StoreFailed;
import dev.eventfold.es.runtime.store.Commit;
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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the log in a directory that somebody else may be writing, in this process or another: takes no lock, changes nothing, and shows
 * whole commits that are known to be fsynced. Each call sees the newest of them, so both views are the same. Refuses to commit.
 */
public final class ReadOnlyEventStore implements EventStore, Copyable, ProjectionCheckpoints {
    private static final Duration FOREVER = Duration.ofDays(36_500);
    private static final long LOOKS_AGAIN_AFTER = TimeUnit.MILLISECONDS.toNanos(5);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition closing = lock.newCondition();
    private final Disk disk;
    private final LogFollower log;
    private @Nullable FoundLog parts;
    private boolean closed;

    private ReadOnlyEventStore(Disk disk, LogFollower log) {
        this.disk = disk;
        this.log = log;
    }

    /**
     * Opens a directory for reading.
     *
     * @param directory the directory, which must exist
     * @return the store
     * @throws dev.eventfold.es.runtime.StoreDamaged when something is missing of what was known to be durable
     * @throws StoreFailed when it is not a store of ours, or cannot be read
     */
    public static ReadOnlyEventStore open(Path directory) {
        return open(RealDisk.existing(directory));
    }

    static ReadOnlyEventStore open(Disk disk) {
        try {
            Directory.requireOurs(disk);
            return new ReadOnlyEventStore(disk, LogFollower.open(disk));
        } catch (IOException e) {
            throw Failures.of("opening the store for reading failed", disk, e);
        }
    }

    @Override
    public int partitions() {
        return 1;
    }

    @Override
    public CommitOutcome commit(Commit commit) {
        throw refused();
    }

    @Override
    public Lease lease(String consumer, int partition) {
        throw refused();
    }

    private StoreFailed refused() {
        return new StoreFailed(
                "the store was opened for reading only: directory=" + disk.directory() + "; nothing was written", null);
    }

    @Override
    public void awaitDurable(long commit) {
        if (commit > lastCommit()) {
            throw new IllegalArgumentException("no such commit: commit=" + commit);
        }
    }

    @Override
    public long lastCommit() {
        return looking(0L, found -> found.index().commit());
    }

    @Override
    public long head(int partition, View view) {
        Objects.checkIndex(partition, 1);
        return looking(0L, found -> found.index().head());
    }

    @Override
    public List<StoredEvent> read(int partition, long after, int maxEvents, long maxBytes, View view) {
        Objects.checkIndex(partition, 1);
        return found().map(found -> found.reads().after(after, maxEvents, maxBytes, view))
                .orElse(List.of());
    }

    @Override
    public EventSlice read(
            int partition, long after, long through, int maxEvents, long maxBytes, View view, EventFilter wanted) {
        Objects.checkIndex(partition, 1);
        return found().map(found -> found.reads().after(after, through, maxEvents, maxBytes, view, wanted))
                .orElseGet(() -> new EventSlice(List.of(), after));
    }

    @Override
    public List<StoredEvent> readStream(StreamId stream, long fromVersion, int maxEvents, View view) {
        return found().map(found -> found.reads().of(stream, fromVersion, maxEvents, view))
                .orElse(List.of());
    }

    @Override
    public long version(StreamId stream, View view) {
        return found().map(found -> found.reads().version(stream, view)).orElse(0L);
    }

    @Override
    public Stream<StreamId> streams(String aggregate) {
        return found().map(found -> found.reads().streams(aggregate)).orElse(Stream.empty());
    }

    @Override
    public List<StoredEvent> firstResult(StreamId stream, String commandId) {
        return looking(List.of(), found -> found.lines().firstResult(stream, commandId));
    }

    @Override
    public Optional<VersionedRow> row(RowKey key) {
        return looking(Optional.empty(), found -> found.lines().row(key));
    }

    @Override
    public List<VersionedRow> due(String processManager, int generation, Instant until, int most) {
        return looking(List.of(), found -> found.lines().due(processManager, generation, until, most));
    }

    @Override
    public Stream<RowKey> rows(String processManager, int generation) {
        Optional<RowList> list =
                looking(Optional.empty(), found -> Optional.of(found.index().rowList()));
        return list.map(rows -> names(rows))
                .orElse(Stream.empty())
                .filter(key ->
                        key.generation() == generation && key.processManager().equals(processManager));
    }

    private Stream<RowKey> names(RowList list) {
        return IntStream.range(0, list.size())
                .mapToObj(n ->
                        looking(Optional.<RowKey>empty(), found -> found.lines().presentRow(list, n)))
                .flatMap(Optional::stream);
    }

    @Override
    public long position(String consumer, int partition) {
        Objects.checkIndex(partition, 1);
        return looking(0L, found -> found.index().position(consumer));
    }

    @Override
    public Stream<CommittedMove> moves(String consumer, int partition, long afterCommit) {
        Objects.checkIndex(partition, 1);
        return looking(
                Stream.empty(),
                found -> found.reader()
                        .moves(consumer, afterCommit, found.index().commit()));
    }

    @Override
    public boolean await(int partition, long after, Duration most) throws InterruptedException {
        long deadline = System.nanoTime() + (most.compareTo(FOREVER) < 0 ? most : FOREVER).toNanos();
        lock.lockInterruptibly();
        try {
            while (head(partition, View.DURABLE) <= after) {
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                // Nobody tells this process what another one has written.
                closing.awaitNanos(Math.min(left, LOOKS_AGAIN_AFTER));
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Optional<ProjectionCheckpoint> checkpoint(String projection) {
        return looking(Optional.empty(), found -> new ProjectionCache(disk, found.storeId()).read(projection));
    }

    @Override
    public void keep(String projection, ProjectionCheckpoint checkpoint) {
        // Whoever only looks changes no byte.
    }

    @Override
    public Optional<Snapshot> snapshot(StreamId stream) {
        return looking(Optional.empty(), found -> found.snapshots().find(stream));
    }

    @Override
    public void keep(Snapshot snapshot) {
        // Whoever only looks changes no byte.
    }

    @Override
    public void copyTo(Path directory) {
        Backup.write(disk, directory, all());
    }

    void copyTo(Disk target) {
        Backup.write(disk, target, all());
    }

    private IndexFile.@Nullable Content all() {
        return looking(Optional.<IndexFile.Content>empty(), found -> Optional.of(found.content(log)))
                .orElse(null);
    }

    /** Looks at the log as it is now. */
    private <T> T looking(T nothing, Function<FoundLog, T> look) {
        lock.lock();
        try {
            follow();
            FoundLog found = parts();
            return found == null ? nothing : look.apply(found);
        } finally {
            lock.unlock();
        }
    }

    private Optional<FoundLog> found() {
        return looking(Optional.empty(), Optional::of);
    }

    private void follow() {
        if (closed) {
            throw new StoreClosed("the store was closed: directory=" + disk.directory(), null);
        }
        try {
            log.follow();
        } catch (IOException e) {
            throw Failures.of("reading the log failed", disk, e);
        }
    }

    private @Nullable FoundLog parts() {
        if (parts == null) {
            parts = FoundLog.in(disk, log, lock, this::follow);
        }
        return parts;
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            closing.signalAll();
            log.close();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public String toString() {
        return disk.directory();
    }
}
