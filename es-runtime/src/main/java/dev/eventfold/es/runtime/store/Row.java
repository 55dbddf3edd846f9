package dev.eventfold.es.runtime.store;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The whole of one process instance: its state, and whether it waits behind a failure.
 *
 * @param key its name
 * @param schema the version of the state's shape, from 1
 * @param blocked what waits
 * @param state the fields as JSON; null for a row that only marks a blocked sequence
 */
public record Row(
        RowKey key, int schema, Blocked blocked, @Nullable Json state) {
    /** Checks that nothing is missing. */
    public Row {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(blocked, "blocked");
        if (schema < 1) {
            throw new IllegalArgumentException("schema versions count from 1: schema=" + schema);
        }
    }

    /** What waits behind a failure in the sequence of the row. */
    public enum Blocked {
        /** Nothing. */
        NO,
        /** Commands: a command failed, so the state moves on and what it sends is parked. */
        COMMANDS,
        /** Events: a reaction failed, so later events are parked before they are reacted to. */
        EVENTS
    }
}
