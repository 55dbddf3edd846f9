package dev.eventfold.es.runtime;

import dev.eventfold.es.runtime.store.EventStore;
import dev.eventfold.es.runtime.store.memory.MemoryEventStore;
import java.nio.file.Path;
import java.util.function.Supplier;

/** Where a test keeps its log, so that the same test runs on each. */
enum Storage {
    MEMORY {
        @Override
        Supplier<EventStore> log(Path directory) {
            MemoryEventStore kept = new MemoryEventStore();
            return () -> new PassingLog(kept) {
                @Override
                public void close() {}
            };
        }
    };

    /** Opens the same log again and again, as a process does that is started again. */
    abstract Supplier<EventStore> log(Path directory);
}
