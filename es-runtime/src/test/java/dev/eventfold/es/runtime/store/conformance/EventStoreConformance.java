package dev.eventfold.es.runtime.store.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventfold.es.runtime.store.CommittedMove;
import dev.eventfold.es.runtime.store.EventStore;
import dev.eventfold.es.runtime.store.RowKey;
import dev.eventfold.es.runtime.store.Snapshot;
import dev.eventfold.es.runtime.store.StoredEvent;
import dev.eventfold.es.runtime.store.StreamId;
import dev.eventfold.es.runtime.store.VersionedRow;
import dev.eventfold.es.runtime.store.View;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/**
 * What every store must do. After each check the store is opened again, and must hold what it held. Methods may use the store from many
 * threads; a check that hangs has failed.
 */
@Timeout(60)
public abstract class EventStoreConformance
        implements CommitConformance,
                CommandConformance,
                ConsumerConformance,
                RowConformance,
                ReadConformance,
                TextConformance,
                SizeConformance,
                ConcurrencyConformance,
                SnapshotConformance,
                ClosingConformance {
    private @Nullable EventStore store;
    private boolean closed;

    /** Opens a new, empty store. */
    protected abstract EventStore open() throws Exception;

    /**
     * Opens again what a store has left.
     *
     * @param store closed by the caller already
     * @return the new store; nothing when this kind of store does not outlive its closing
     */
    protected abstract Optional<EventStore> reopen(EventStore store) throws Exception;

    @Override
    public final EventStore store() {
        return Optional.ofNullable(store).orElseThrow();
    }

    @Override
    public final void closed() {
        closed = true;
    }

    @BeforeEach
    final void openEmpty() throws Exception {
        closed = false;
        store = open();
    }

    @AfterEach
    final void holdsTheSameWhenOpenedAgain() throws Exception {
        Optional<Contents> before = closed ? Optional.empty() : Optional.of(Contents.of(store()));
        Map<StreamId, Optional<Snapshot>> snapshots = closed ? Map.of() : snapshots(store());
        List<CommittedMove> durable = closed ? List.of() : moves(store());
        store().close();
        Optional<EventStore> again = reopen(store());
        if (again.isPresent()) {
            try (EventStore opened = again.get()) {
                Contents after = Contents.of(opened);
                before.ifPresent(contents -> assertThat(after).isEqualTo(contents));
                snapshots.forEach((stream, kept) -> assertThat(opened.snapshot(stream))
                        .satisfiesAnyOf(
                                found -> assertThat(found).isEmpty(),
                                found -> assertThat(found).isEqualTo(kept)));
                assertThat(moves(opened).subList(0, durable.size())).isEqualTo(durable);
            }
        }
    }

    /** A store may lose them, and does not make others of them. */
    private static Map<StreamId, Optional<Snapshot>> snapshots(EventStore store) {
        return store.streams("inventory").collect(Collectors.toMap(stream -> stream, store::snapshot));
    }

    private static List<CommittedMove> moves(EventStore store) {
        try (Stream<CommittedMove> moves = store.moves("fulfilment", 0, 0)) {
            return moves.toList();
        }
    }

    /** All that a store holds, under the names that the checks use. */
    private record Contents(
            List<StoredEvent> log,
            Map<RowKey, Optional<VersionedRow>> rows,
            List<VersionedRow> due,
            Map<String, Long> positions) {
        static Contents of(EventStore store) {
            return new Contents(
                    store.read(0, 0, Integer.MAX_VALUE, Long.MAX_VALUE, View.DECIDED),
                    Stream.of("", "ord-1", "ord-2", "..", "a/b", "\uD83D\uDE00")
                            .map(Samples::key)
                            .collect(Collectors.toMap(key -> key, store::row)),
                    store.due("fulfilment", 1, Instant.MAX, 1_000),
                    Stream.of("fulfilment", "billing")
                            .collect(Collectors.toMap(name -> name, name -> store.position(name, 0))));
        }
    }
}
