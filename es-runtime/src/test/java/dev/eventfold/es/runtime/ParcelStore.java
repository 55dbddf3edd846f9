package dev.eventfold.es.runtime;

import dev.eventfold.es.runtime.kill.AnnouncerDefinition;
import dev.eventfold.es.runtime.kill.ClerkDefinition;
import dev.eventfold.es.runtime.kill.CourierDefinition;
import dev.eventfold.es.runtime.kill.DeliveriesDefinition;
import dev.eventfold.es.runtime.kill.GuardDefinition;
import dev.eventfold.es.runtime.kill.LaneDefinition;
import dev.eventfold.es.runtime.kill.LedgerDefinition;
import dev.eventfold.es.runtime.kill.SenderDefinition;
import dev.eventfold.es.runtime.kill.WatchDefinition;
import dev.eventfold.es.runtime.store.EventStore;
import dev.eventfold.es.runtime.store.file.FileEventStore;
import dev.eventfold.es.runtime.store.file.FileStoreOptions;
import dev.eventfold.es.spi.AggregateDefinition;
import dev.eventfold.es.spi.GeneratedModule;
import dev.eventfold.es.spi.ProcessManagerDefinition;
import dev.eventfold.es.spi.ProjectionDefinition;
import dev.eventfold.es.spi.SubscriberDefinition;
import java.nio.file.Path;
import java.util.List;

/** The parcels' store, with segments so small that they roll all the time, and snapshots as often. */
public final class ParcelStore implements AutoCloseable {
    private static final long SEGMENT_BYTES = 16 << 10;
    private static final Snapshots SNAPSHOTS = Snapshots.every(5);

    private final EventStore log;
    private final AggregateStore store;

    private ParcelStore(EventStore log) {
        this.log = log;
        this.store = AggregateStore.builder()
                .snapshots(SNAPSHOTS)
                .modules(new Post())
                .open(() -> log);
    }

    /** Opens a directory. */
    public static ParcelStore open(Path directory) {
        return new ParcelStore(
                FileEventStore.open(directory, FileStoreOptions.standard().withSegmentBytes(SEGMENT_BYTES)));
    }

    /** Opens a directory that another process writes. */
    public static AggregateStore openReadOnly(Path directory) {
        return AggregateStore.builder().snapshots(SNAPSHOTS).modules(new Post()).openReadOnly(directory);
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

    private static final class Post implements GeneratedModule {
        @Override
        public List<AggregateDefinition<?>> aggregates() {
            return List.of(new SenderDefinition(), new LaneDefinition(), new LedgerDefinition(), new WatchDefinition());
        }

        @Override
        public List<ProcessManagerDefinition<?>> processManagers() {
            return List.of(new CourierDefinition(), new ClerkDefinition(), new GuardDefinition());
        }

        @Override
        public List<ProjectionDefinition<?>> projections() {
            return List.of(new DeliveriesDefinition());
        }

        @Override
        public List<SubscriberDefinition<?>> subscribers() {
            return List.of(new AnnouncerDefinition());
        }
    }
}
