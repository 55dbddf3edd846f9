package dev.eventfold.es.runtime.store.file;

import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Writes what can be made again from the log, when a segment is full and when the store is closed. A cache that cannot be written is
 * reported and does no harm. Safe for use by any number of threads.
 */
final class CacheKeeper {
    private static final System.Logger LOG = System.getLogger(CacheKeeper.class.getName());

    private final Disk disk;
    private final String storeId;
    private final Clock clock;
    private final ReentrantLock writing = new ReentrantLock();
    private volatile int kept;

    /**
     * What to write.
     *
     * @param commit the highest commit whose fsync has returned
     * @param sealed how many segments were filled until then
     * @param positions of the consumers
     * @param instances the number of rows of each
     */
    record Content(long commit, int sealed, Map<String, Long> positions, Map<String, Long> instances) {
        static Content of(LogIndex index, long commit, int sealed) {
            Map<String, Long> instances = new HashMap<>();
            index.consumers().keySet().forEach(consumer -> instances.put(consumer, index.rows(consumer)));
            return new Content(commit, sealed, Map.copyOf(index.consumers()), instances);
        }
    }

    CacheKeeper(Disk disk, String storeId, Clock clock) {
        this.disk = disk;
        this.storeId = storeId;
        this.clock = clock;
    }

    /** Whether a segment was filled since the caches were written. */
    boolean isDue(int sealed) {
        return sealed > kept;
    }

    /** Writes them, unless somebody does. */
    void keep(Supplier<Content> now) {
        if (!writing.tryLock()) {
            return;
        }
        try {
            Content content = now.get();
            kept = content.sealed();
            Map<String, Long> instances = content.instances();
            Checkpoints.write(
                    disk,
                    storeId,
                    content.commit(),
                    content.positions(),
                    consumer -> instances.getOrDefault(consumer, 0L),
                    clock.instant());
        } catch (IOException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "a cache was not written, and will be made again: directory=" + disk.directory() + ", cause="
                            + Failures.cause(e),
                    e);
        } finally {
            writing.unlock();
        }
    }
}
