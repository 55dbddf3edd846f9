package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.Effect;
import dev.eventfold.es.runtime.execution.Payloads;
import dev.eventfold.es.runtime.store.Row;
import dev.eventfold.es.runtime.store.RowChange;
import dev.eventfold.es.runtime.store.RowKey;
import dev.eventfold.es.runtime.store.VersionedRow;
import dev.eventfold.es.spi.ProcessManagerDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rows of another generation, some of them at a time, until they are written. For one thread at a time.
 *
 * @param <P> the class of the process manager
 */
final class ReplayedRows<P> {
    private static final int MOST = 1_000;
    private static final long MOST_BYTES = 1L << 20;

    private final ProcessManagerDefinition<P> definition;
    private final Payloads payloads;
    private final int generation;
    private final Target target;
    private final Map<String, ReplayedRow<P>> rows = new LinkedHashMap<>();
    private long bytes;
    private long count;

    ReplayedRows(ProcessManagerDefinition<P> definition, Payloads payloads, int generation, Target target) {
        this.definition = definition;
        this.payloads = payloads;
        this.generation = generation;
        this.target = target;
    }

    /** Where they are written. */
    interface Target {
        /** One that was written before. */
        Optional<VersionedRow> row(RowKey key);

        /** The row of that name which is in use, whose failures and timeouts go on in the new one. */
        Optional<Row> inUse(String key);

        /** Whether there are no rows in use: what these wait for they say themselves. */
        boolean alone();

        /** Writes some. */
        void write(List<RowChange> changes);
    }

    /** The state of an instance; without key, the row of the empty one. */
    ReplayedRow<P> instance(String key) {
        return row(key);
    }

    /** Lets it react; when it throws, nothing has changed. */
    List<Effect> give(ReplayedRow<P> instance, Occasion occasion) {
        int before = instance.bytes();
        List<Effect> effects = instance.give(occasion);
        bytes += instance.bytes() - before;
        return effects;
    }

    /** What says whether a sequence waits: the row of the instance, or without key, that of the source stream. */
    ReplayedRow<P> sequence(String name) {
        return row(name);
    }

    private ReplayedRow<P> row(String key) {
        boolean alwaysLives = !definition.keyed() && key.isEmpty();
        ReplayedRow<P> known = rows.get(key);
        if (known != null) {
            return known;
        }
        RowKey rowKey = new RowKey(definition.name(), generation, key);
        ReplayedRow<P> row = new ReplayedRow<>(
                definition, payloads, rowKey, target.row(rowKey).orElse(null), alwaysLives, target.alone());
        rows.put(key, row);
        bytes += row.bytes();
        return row;
    }

    /** Writes what was derived so far when it is much. */
    void flushIfFull() {
        if (rows.size() >= MOST || bytes >= MOST_BYTES) {
            flush();
        }
    }

    /** Writes what was derived so far. */
    void flush() {
        List<RowChange> changes = new ArrayList<>();
        rows.forEach((key, row) -> {
            RowChange change = row.change(target.inUse(key).orElse(null));
            if (change != null) {
                changes.add(change);
                count += change instanceof RowChange.Remove ? -1 : change.expectedVersion() == 0 ? 1 : 0;
            }
        });
        rows.clear();
        bytes = 0;
        if (!changes.isEmpty()) {
            target.write(changes);
        }
    }

    /** So many were written by somebody before. */
    void count(long before) {
        count = before;
    }

    /** How many were written that are there. */
    long count() {
        return count;
    }
}
