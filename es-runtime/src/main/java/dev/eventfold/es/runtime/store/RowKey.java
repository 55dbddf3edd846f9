package dev.eventfold.es.runtime.store;

import java.util.Objects;

/**
 * The name of a row.
 *
 * @param processManager the process manager's stored name, without {@code /}
 * @param generation counts the rebuilds, from 1
 * @param key the key of the process instance; without key, empty for the state and {@code aggregate/instanceId} for a blocked sequence
 */
public record RowKey(String processManager, int generation, String key) {
    /** Checks that nothing is missing, and that the names can be told apart in {@code manager/key}. */
    public RowKey {
        Objects.requireNonNull(key, "key");
        if (processManager.isEmpty() || processManager.indexOf('/') >= 0) {
            throw new IllegalArgumentException("illegal process manager name: processManager=" + processManager);
        }
        if (generation < 1) {
            throw new IllegalArgumentException("generations count from 1: generation=" + generation);
        }
    }
}
