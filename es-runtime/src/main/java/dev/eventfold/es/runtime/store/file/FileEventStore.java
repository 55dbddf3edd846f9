package dev.eventfold.es.runtime.store.file;

import dev.eventfold.es.runtime.StoreClosed;
import dev.eventfold.es.runtime.StoreFailed;
import dev.eventfold.es.runtime.store.Commit;
import dev.eventfold.es.runtime.store.CommitChecks;
import dev.eventfold.es.runtime.store.CommitOutcome;
import dev.eventfold.es.runtime.store.EventStore;
import dev.eventfold.es.runtime.store.Lease;
import dev.eventfold.es.runtime.store.RowKey;
import dev.eventfold.es.runtime.store.StoredEvent;
import dev.eventfold.es.runtime.store.StreamId;
import dev.eventfold.es.runtime.store.VersionedRow;
import dev.eventfold.es.runtime.store.View;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Keeps the log in a directory, in segments of JSON Lines. One partition, one writing process. Commits are decided in memory, one after the
 * other; they become durable in groups, when somebody waits for one of them.
 */
public final class FileEventStore implements EventStore {
    private static final Duration FOREVER = Duration.ofDays(36_500);

    /** How much may be decided and not written before whoever commits more writes it himself. */
    private static final long MOST_UNWRITTEN = 16L << 20;

    private static final int PAGE = 512;

    private final ReentrantLock lock;
    private final Condition appended;
    private final Disk disk;
    private final Closeable directoryLock;
    private final SegmentFiles files;
    private final LogIndex index;
    private final LogTail tail;
    private final LogReader reader;
    private final LogWriter writer;
    private final DecidedLines lines;
    private final Decider decider;
    private final GroupCommit group;
    private final CacheKeeper caches;
    private final OpenReport report;
    private final Object closing = new Object();
    private boolean closed;

    FileEventStore(Opening opening) {
        lock = new ReentrantLock();
        appended = lock.newCondition();
        disk = opening.disk();
        directoryLock = opening.lock();
        files = opening.files();
        index = opening.index();
        report = opening.report();
        Checksum checksum = new Checksum(opening.storeId());
        tail = new LogTail(opening.storeId(), opening.options(), files, opening.end(), lock::newCondition);
        reader = new LogReader(disk, files, checksum);
        writer = opening.writer();
        lines = new DecidedLines(index, tail, reader);
        decider = new Decider(index, tail, lines, checksum);
        group = new GroupCommit(lock, tail, writer, disk.directory(), index.commit(), index.head());
        caches = new CacheKeeper(disk, opening.storeId(), opening.options().clock());
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
        return open(disk, options);
    }

    static FileEventStore open(Disk disk, FileStoreOptions options) {
        return Opening.open(disk, options);
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
        return locked(() -> {
            requireWorking();
            if (tail.filling().bytes() > MOST_UNWRITTEN) {
                group.flush();
                requireWorking();
            }
            CommitOutcome outcome = decider.decide(commit, group.synced());
            if (outcome instanceof CommitOutcome.Committed) {
                appended.signalAll();
            }
            return outcome;
        });
    }

    @Override
    public void awaitDurable(long commit) {
        if (commit <= group.durable()) {
            return;
        }
        lock.lock();
        try {
            if (commit > index.commit()) {
                throw new IllegalArgumentException("no such commit: commit=" + commit + ", last=" + index.commit());
            }
            group.await(commit);
        } finally {
            lock.unlock();
        }
        if (caches.isDue(group.sealed())) {
            caches.keep(this::cacheable);
        }
    }

    /** What the caches are to say, made durable before. */
    private CacheKeeper.Content cacheable() {
        return locked(() -> {
            group.flush();
            return CacheKeeper.Content.of(index, group.synced(), group.sealed());
        });
    }

    @Override
    public long lastCommit() {
        return locked(() -> {
            requireWorking();
            return index.commit();
        });
    }

    @Override
    public long head(int partition, View view) {
        Objects.checkIndex(partition, 1);
        return locked(() -> visible(view));
    }

    /** The last position that a view shows. */
    private long visible(View view) {
        if (view == View.DURABLE) {
            requireOpen();
            return group.durablePosition();
        }
        requireWorking();
        return index.head();
    }

    @Override
    public List<StoredEvent> read(int partition, long after, int maxEvents, long maxBytes, View view) {
        Objects.checkIndex(partition, 1);
        requireReadable(after, maxEvents);
        return read(maxEvents, maxBytes, (skip, most) -> locked(() -> plan(after + skip, most, view)));
    }

    private ReadPlan plan(long after, int most, View view) {
        long count = Math.max(0, Math.min(most, visible(view) - after));
        long[] positions = new long[(int) count];
        for (int n = 0; n < count; n++) {
            positions[n] = after + 1 + n;
        }
        return ReadPlan.of(index, tail, group.durablePosition(), positions);
    }

    @Override
    public List<StoredEvent> readStream(StreamId stream, long fromVersion, int maxEvents, View view) {
        requireReadable(fromVersion - 1, maxEvents);
        return read(
                maxEvents, Long.MAX_VALUE, (skip, most) -> locked(() -> plan(stream, fromVersion + skip, most, view)));
    }

    private ReadPlan plan(StreamId stream, long fromVersion, int most, View view) {
        int number = index.streams().find(stream);
        long version = number == StreamTable.NONE ? 0 : version(number, visible(view));
        long count = Math.max(0, Math.min(most, version - fromVersion + 1));
        long[] positions = index.positions(number, fromVersion, (int) count);
        return ReadPlan.of(index, tail, group.durablePosition(), positions);
    }

    private static void requireReadable(long skip, int most) {
        if (skip < 0 || most < 1) {
            throw new IllegalArgumentException("nothing can be read so: skip=" + skip + ", most=" + most);
        }
    }

    /** Plans the next page, under the lock. */
    private interface Pages {
        ReadPlan next(int skip, int most);
    }

    private List<StoredEvent> read(int maxEvents, long maxBytes, Pages pages) {
        List<StoredEvent> events = new ArrayList<>();
        long bytes = 0;
        try (LineSource source = reader.source()) {
            while (events.size() < maxEvents) {
                ReadPlan plan = pages.next(events.size(), Math.min(PAGE, maxEvents - events.size()));
                for (int n = 0; n < plan.size(); n++) {
                    StoredEvent event = plan.read(reader, source, n);
                    bytes += event.event().data().utf8().length;
                    if (bytes > maxBytes && !events.isEmpty()) {
                        return events;
                    }
                    events.add(event);
                }
                if (plan.size() == 0) {
                    break;
                }
            }
        }
        return events;
    }

    @Override
    public long version(StreamId stream, View view) {
        return locked(() -> {
            long visible = visible(view);
            int number = index.streams().find(stream);
            return number == StreamTable.NONE ? 0 : version(number, visible);
        });
    }

    private long version(int number, long visible) {
        long version = index.streams().version(number);
        long position = index.streams().newest(number);
        while (position > visible) {
            position = index.previous(position);
            version--;
        }
        return version;
    }

    @Override
    public Stream<StreamId> streams(String aggregate) {
        return locked(() -> {
                    long visible = visible(View.DURABLE);
                    return index.streams().of(aggregate).stream()
                            .filter(number -> version(number, visible) > 0)
                            .map(number -> index.streams().name(number))
                            .toList();
                })
                .stream()
                .sorted(Comparator.comparing(StreamId::instanceId));
    }

    @Override
    public List<StoredEvent> firstResult(StreamId stream, String commandId) {
        return locked(() -> {
            requireWorking();
            return lines.firstResult(stream, commandId);
        });
    }

    @Override
    public Optional<VersionedRow> row(RowKey key) {
        return locked(() -> {
            requireWorking();
            return lines.row(key);
        });
    }

    @Override
    public long position(String consumer, int partition) {
        Objects.checkIndex(partition, 1);
        return locked(() -> {
            requireWorking();
            return index.position(consumer);
        });
    }

    @Override
    public Lease lease(String consumer, int partition) {
        Objects.checkIndex(partition, 1);
        return locked(() -> {
            requireWorking();
            return decider.lease(consumer);
        });
    }

    @Override
    public boolean await(int partition, long after, Duration most) throws InterruptedException {
        Objects.checkIndex(partition, 1);
        long left = (most.compareTo(FOREVER) < 0 ? most : FOREVER).toNanos();
        lock.lockInterruptibly();
        try {
            requireWorking();
            while (index.head() <= after) {
                if (left <= 0) {
                    return false;
                }
                left = appended.awaitNanos(left);
                requireWorking();
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    private <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new StoreClosed("the store was closed: directory=" + disk.directory(), null);
        }
    }

    private void requireWorking() {
        requireOpen();
        group.requireWorking();
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
        return locked(() -> {
            if (closed) {
                return false;
            }
            closed = true;
            appended.signalAll();
            group.flush();
            return true;
        });
    }

    private void letGo() {
        try {
            Closing.all(files::close, this::closeLog, directoryLock);
        } catch (IOException e) {
            throw Failures.of("closing the store failed", disk, e);
        }
    }

    private void closeLog() throws IOException {
        if (group.isWorking()) {
            writer.close();
            caches.keep(() -> CacheKeeper.Content.of(index, index.commit(), group.sealed()));
        } else {
            writer.abandon();
        }
    }
}
