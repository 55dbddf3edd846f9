package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.runtime.StoreFailed;
import dev.eventfold.es.runtime.store.Commit;
import dev.eventfold.es.runtime.store.CommitOutcome;
import dev.eventfold.es.runtime.store.EventStore;
import dev.eventfold.es.runtime.store.Json;
import dev.eventfold.es.runtime.store.Row;
import dev.eventfold.es.runtime.store.RowChange;
import dev.eventfold.es.runtime.store.RowKey;
import dev.eventfold.es.runtime.store.VersionedRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows that nobody keeps: in memory as long as they are few, else in a log of their own. For one thread at a time. */
final class ScratchRows implements ReplayedRows.Target {
    private static final long OVERHEAD = 256;
    private static final int MOST_IN_COMMIT = 1_000;

    private final Supplier<EventStore> opening;
    private final long most;
    private final Map<RowKey, RowChange> inMemory = new HashMap<>();
    private long bytes;
    private @Nullable EventStore overflow;

    /**
     * None yet.
     *
     * @param opening makes an empty log, when there is more than fits memory
     * @param most how many bytes fit memory
     */
    ScratchRows(Supplier<EventStore> opening, long most) {
        this.opening = opening;
        this.most = most;
    }

    @Override
    public Optional<VersionedRow> row(RowKey key) {
        RowChange known = inMemory.get(key);
        if (known != null) {
            return known instanceof RowChange.Put put ? Optional.of(new VersionedRow(put.row(), 1)) : Optional.empty();
        }
        return overflow == null ? Optional.empty() : overflow.row(key);
    }

    @Override
    public Optional<Row> inUse(String key) {
        return Optional.empty();
    }

    @Override
    public boolean alone() {
        return true;
    }

    @Override
    public void write(List<RowChange> changes) {
        for (RowChange change : changes) {
            RowChange before = inMemory.put(change.key(), change);
            bytes += size(change) - (before == null ? 0 : size(before));
        }
        if (bytes > most) {
            spill();
        }
    }

    private static long size(RowChange change) {
        long bytes = OVERHEAD + 2L * change.key().key().length();
        return change instanceof RowChange.Put put
                ? bytes + size(put.row().state()) + size(put.row().waits())
                : bytes;
    }

    private static int size(@Nullable Json json) {
        return json == null ? 0 : json.utf8().length;
    }

    /** Some of the rows that wait for a time which has come. */
    List<Row> due(RowKey any, Instant until, int most) {
        if (overflow == null) {
            return inMemory.values().stream()
                    .flatMap(change -> change instanceof RowChange.Put put ? Stream.of(put.row()) : Stream.empty())
                    .filter(row -> row.nextDue() != null && !row.nextDue().isAfter(until))
                    .limit(most)
                    .toList();
        }
        spill();
        return overflow.due(any.processManager(), any.generation(), until, most).stream()
                .map(VersionedRow::row)
                .toList();
    }

    private void spill() {
        EventStore log = overflow == null ? opening.get() : overflow;
        overflow = log;
        List<RowChange> some = new ArrayList<>();
        for (RowChange change : inMemory.values()) {
            long version = log.row(change.key()).map(VersionedRow::version).orElse(0L);
            if (change instanceof RowChange.Put put) {
                some.add(new RowChange.Put(put.row(), version));
            } else if (version != 0) {
                some.add(new RowChange.Remove(change.key(), version));
            }
            if (some.size() == MOST_IN_COMMIT) {
                commit(log, some);
            }
        }
        commit(log, some);
        inMemory.clear();
        bytes = 0;
    }

    private static void commit(EventStore log, List<RowChange> changes) {
        if (changes.isEmpty()) {
            return;
        }
        CommitOutcome outcome = log.commit(new Commit(List.of(), changes, null));
        if (!(outcome instanceof CommitOutcome.Committed)) {
            throw new StoreFailed("rows cannot be put aside: " + outcome, null);
        }
        changes.clear();
    }
}
