package dev.eventfold.es.runtime;

import dev.eventfold.es.runtime.kill.Clerk;
import dev.eventfold.es.runtime.kill.Courier;
import dev.eventfold.es.runtime.store.EventStore;
import dev.eventfold.es.runtime.store.file.FileEventStore;
import dev.eventfold.es.runtime.store.file.FileStoreOptions;
import java.nio.file.Path;

/** The parcels' store, with segments so small that they roll all the time. */
public final class ParcelStore implements AutoCloseable {
    private static final long SEGMENT_BYTES = 16 << 10;

    private final EventStore log;
    private final AggregateStore store;

    private ParcelStore(EventStore log) {
        this.log = log;
        this.store = AggregateStore.builder()
                .modules(Scene.module(Courier.class, Clerk.class))
                .open(() -> log);
    }

    /** Opens a directory. */
    public static ParcelStore open(Path directory) {
        return new ParcelStore(
                FileEventStore.open(directory, FileStoreOptions.standard().withSegmentBytes(SEGMENT_BYTES)));
    }

    /** What executes. */
    public AggregateStore store() {
        return store;
    }

    /** What it is kept in. */
    public EventStore log() {
        return log;
    }

    @Override
    public void close() {
        store.close();
    }
}
