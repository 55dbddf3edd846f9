package dev.eventfold.es.runtime;

import dev.eventfold.es.runtime.store.EventStore;
import dev.eventfold.es.runtime.store.file.FileEventStore;
import dev.eventfold.es.runtime.store.file.FileStoreOptions;
import dev.eventfold.es.runtime.store.memory.MemoryEventStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;

/** Where a test keeps its log, so that the same test runs on each. */
enum Storage {
    MEMORY {
        @Override
        Supplier<EventStore> log(Path directory) {
            MemoryEventStore kept = new MemoryEventStore();
            return () -> new OnceOpened(kept);
        }
    },

    FILES {
        @Override
        Supplier<EventStore> log(Path directory) {
            return () -> FileEventStore.open(directory, FileStoreOptions.standard());
        }
    };

    /** Opens the same log again and again, as a process does that is started again. */
    abstract Supplier<EventStore> log(Path directory);

    /** A log in memory that can be closed without being gone. */
    private static final class OnceOpened extends PassingLog {
        private static final Duration SLICE = Duration.ofMillis(5);

        private volatile boolean closed;

        OnceOpened(EventStore log) {
            super(log);
        }

        @Override
        EventStore log() {
            if (closed) {
                throw new StoreClosed("the store was closed", null);
            }
            return log;
        }

        @Override
        public void awaitDurable(long commit) {
            // Answers after closing too.
            log.awaitDurable(commit);
        }

        @Override
        public boolean await(int partition, long after, Duration most) throws InterruptedException {
            long deadline = System.nanoTime() + most.toNanos();
            while (System.nanoTime() < deadline) {
                if (log().await(partition, after, most.compareTo(SLICE) < 0 ? most : SLICE)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
