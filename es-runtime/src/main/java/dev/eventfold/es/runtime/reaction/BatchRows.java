package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.runtime.store.RowChange;
import dev.eventfold.es.runtime.store.RowKey;
import dev.eventfold.es.spi.ProcessManagerDefinition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows that a batch touches, each read once.
 *
 * @param <P> the class of the process manager
 */
final class BatchRows<P> {
    private final LogHost host;
    private final ProcessManagerDefinition<P> definition;
    private final int generation;
    private final Map<String, InstanceRow<P>> rows = new LinkedHashMap<>();

    BatchRows(LogHost host, ProcessManagerDefinition<P> definition) {
        this.host = host;
        this.definition = definition;
        this.generation = host.generations().of(definition.name());
    }

    /** The state of an instance; without key, the row of the empty one. */
    InstanceRow<P> instance(String key) {
        return row(key, !definition.keyed());
    }

    /** What says whether a sequence waits: the row of the instance, or without key, that of the source stream. */
    InstanceRow<P> sequence(String name) {
        return row(name, false);
    }

    /** The row of that name, whichever it is. */
    InstanceRow<P> named(String key) {
        return definition.keyed() || key.isEmpty() ? instance(key) : sequence(key);
    }

    /** When the first of what these rows wait for is due; null when nothing is. */
    @Nullable
    Instant nextDue() {
        Instant next = null;
        for (InstanceRow<P> row : rows.values()) {
            Instant due = row.waits().nextDue();
            next = next == null || (due != null && due.isBefore(next)) ? due : next;
        }
        return next;
    }

    private InstanceRow<P> row(String key, boolean alwaysLives) {
        InstanceRow<P> known = rows.get(key);
        if (known != null) {
            return known;
        }
        RowKey rowKey = new RowKey(definition.name(), generation, key);
        InstanceRow<P> row = new InstanceRow<>(
                definition, host.payloads(), rowKey, host.store().row(rowKey).orElse(null), alwaysLives);
        rows.put(key, row);
        return row;
    }

    void seal() {
        rows.values().forEach(InstanceRow::seal);
    }

    List<RowChange> changes() {
        List<RowChange> changes = new ArrayList<>();
        for (InstanceRow<P> row : rows.values()) {
            RowChange change = row.change();
            if (change != null) {
                changes.add(change);
            }
        }
        return changes;
    }
}
