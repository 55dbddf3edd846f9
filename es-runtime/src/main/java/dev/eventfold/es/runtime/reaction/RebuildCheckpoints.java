package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.runtime.store.EventStore;
import dev.eventfold.es.runtime.store.RowChange;
import dev.eventfold.es.runtime.store.RowKey;
import dev.eventfold.es.runtime.store.VersionedRow;
import java.util.Objects;
import java.util.Optional;

/** What the rows say of how far rebuilds have come. */
final class RebuildCheckpoints {
    private RebuildCheckpoints() {}

    /** Of one process manager, by the name that it is kept under. */
    static Optional<RebuildCheckpoint> find(EventStore store, String keptAs) {
        return store.row(RebuildCheckpoint.key(keptAs))
                .map(VersionedRow::row)
                .map(row -> RebuildCheckpoint.read(Objects.requireNonNull(row.state(), "state")));
    }

    /** The change that says how far one has come. */
    static RowChange put(EventStore store, String keptAs, RebuildCheckpoint checkpoint) {
        return new RowChange.Put(checkpoint.row(keptAs), version(store, keptAs));
    }

    /** The change that says nothing any more; empty when nothing is said. */
    static Optional<RowChange> remove(EventStore store, String keptAs) {
        RowKey key = RebuildCheckpoint.key(keptAs);
        long version = version(store, keptAs);
        return version == 0 ? Optional.empty() : Optional.of(new RowChange.Remove(key, version));
    }

    private static long version(EventStore store, String keptAs) {
        return store.row(RebuildCheckpoint.key(keptAs))
                .map(VersionedRow::version)
                .orElse(0L);
    }
}
