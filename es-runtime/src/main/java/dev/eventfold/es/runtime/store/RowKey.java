package dev.eventfold.es.runtime.store;

import java.util.Objects;

/**
 * The name of a row.
 *
 * @param processManager the process manager's stored name
 * @param generation counts the rebuilds, from 1
 * @param key the key of the process instance; without key, empty for the state and {@code aggregate/instanceId} for a blocked sequence
 */
public record RowKey(String processManager, int generation, String key) {
    /** Checks that nothing is missing. */
    public RowKey {
        Objects.requireNonNull(processManager, "processManager");
        Objects.requireNonNull(key, "key");
    }
}
