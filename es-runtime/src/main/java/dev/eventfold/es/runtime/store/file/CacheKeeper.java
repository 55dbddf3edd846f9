package dev.eventfold.es.runtime.store.file;

import dev.eventfold.es.runtime.observe.CheckpointEvent;
import dev.eventfold.es.runtime.observe.LogMessage;
import dev.eventfold.es.runtime.observe.Observer;
import dev.eventfold.es.runtime.observe.Ongoing;
import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Writes what can be made again from the log, when a segment is full and when the store is closed. A cache that cannot be written is
 * reported and does no harm. Safe for use by any number of threads.
 */
final class CacheKeeper {
    private final Disk disk;
    private final String storeId;
    private final Clock clock;
    private final Observer observer;
    private final Executor executor;
    private final long segmentBytes;
    private final Semaphore writing = new Semaphore(1);
    private volatile int kept;
    private volatile @Nullable IndexReach indexed;
    private boolean ended;

    /**
     * What to write.
     *
     * @param commit the highest commit whose fsync has returned
     * @param sealed how many segments were filled until then
     * @param positions of the consumers
     * @param instances the number of rows of each
     * @param index how far the log is in the files, and what it says; null to leave the files of the index as they are
     */
    record Content(
            long commit,
            int sealed,
            Map<String, Long> positions,
            Map<String, Long> instances,
            IndexFile.@Nullable Content index) {
        static Content of(LogIndex index, long commit, int sealed, IndexFile.@Nullable Content indexFile) {
            Map<String, Long> instances = new HashMap<>();
            index.consumers().keySet().forEach(consumer -> instances.put(consumer, index.rows(consumer)));
            return new Content(commit, sealed, Map.copyOf(index.consumers()), instances, indexFile);
        }
    }

    /** Gives what to write; may wait until it is durable. */
    interface Source {
        Content content();
    }

    /**
     * For a store.
     *
     * @param executor runs what nobody waits for but whoever closes the store
     * @param indexed how far the files of the index know the log; null when there are none of use
     */
    CacheKeeper(Disk disk, String storeId, FileStoreOptions options, Executor executor, @Nullable IndexReach indexed) {
        this.disk = disk;
        this.storeId = storeId;
        this.clock = options.clock();
        this.observer = options.observer();
        this.executor = executor;
        this.segmentBytes = options.segmentBytes();
        this.indexed = indexed;
    }

    /** Runs work in a thread of its own, which ends with it. */
    static void inBackground(Runnable work) {
        Thread thread = new Thread(work, "eventfold-index");
        thread.setDaemon(true);
        try {
            thread.start();
        } catch (OutOfMemoryError e) {
            // No more threads can be had: whoever closes the store waits for this work, so it must be done.
            work.run();
        }
    }

    /** Whether a segment was filled since the caches were written. */
    boolean isDue(int sealed) {
        return sealed > kept;
    }

    /** Whether more of the index is to be written now that so many segments are full. */
    boolean isIndexDue(int full, long rowBytes) {
        IndexReach reach = indexed;
        return reach == null ? full > 0 : reach.isDue(full, segmentBytes, rowBytes);
    }

    /** Whether more of the index is to be written of a store that is closed with so many commits. */
    boolean isIndexDueAtClose(long commits) {
        IndexReach reach = indexed;
        return reach == null ? commits > 0 : reach.isDueAtClose(commits);
    }

    /** Has them written, unless somebody does. */
    void keep(Source source) {
        if (!writing.tryAcquire()) {
            return;
        }
        Content content;
        try {
            content = source.content();
            kept = content.sealed();
        } catch (RuntimeException | Error e) {
            writing.release();
            throw e;
        }
        executor.execute(() -> writeAndRelease(content));
    }

    /** Writes them when whoever does has come to an end, and for the last time: the directory may be another writer's afterwards. */
    void keepLast(Source source) {
        end();
        writeOrTell(source.content(), true);
    }

    /** Waits until nobody writes; nobody does afterwards. */
    synchronized void end() {
        if (!ended) {
            writing.acquireUninterruptibly();
            ended = true;
        }
    }

    private void writeAndRelease(Content content) {
        try {
            writeOrTell(content, false);
        } finally {
            writing.release();
        }
    }

    private void writeOrTell(Content content, boolean closing) {
        try {
            write(content, closing);
        } catch (IOException e) {
            LogMessage.CACHE_NOT_WRITTEN.log(
                    "a cache was not written, and will be made again: directory=" + disk.directory() + ", cause="
                            + Failures.cause(e),
                    e);
        }
    }

    private void write(Content content, boolean closing) throws IOException {
        Ongoing<CheckpointEvent> checkpoint = observer.begin(CheckpointEvent::new);
        IndexFile.Content index = content.index();
        if (index != null) {
            if (index.end().commit() > content.commit()) {
                sync(index.end().first());
            }
            indexed = IndexFiles.write(disk, index, indexed, closing);
        }
        Map<String, Long> instances = content.instances();
        Checkpoints.write(
                disk,
                storeId,
                content.commit(),
                content.positions(),
                consumer -> instances.getOrDefault(consumer, 0L),
                clock.instant());
        observer.checkpointed(checkpoint, content.commit(), index != null);
    }

    /** An index must not know more than the disk. */
    private void sync(long segment) throws IOException {
        try (DiskFile file = disk.openForWriting(SegmentName.path(segment))) {
            file.sync();
        }
    }
}
