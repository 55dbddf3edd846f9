package dev.eventfold.es.runtime.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The whole of one process instance: its state, whether it waits behind a failure, and what it waits for.
 *
 * @param key its name
 * @param schema the version of the state's shape, from 1
 * @param blocked what waits
 * @param nextDue when something of it is due, with or without an event; whole milliseconds; null when nothing is
 * @param waits what it waits for, as a JSON object that stores only keep; null when there is nothing to say
 * @param life since when it lives; null for a row that only marks a blocked sequence
 * @param state the fields as JSON; null for a row that only marks a blocked sequence
 */
public record Row(
        RowKey key,
        int schema,
        Blocked blocked,
        @Nullable Instant nextDue,
        @Nullable Json waits,
        @Nullable Life life,
        @Nullable Json state) {
    /** Checks that nothing is missing, and cuts the time to what is stored. */
    public Row {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(blocked, "blocked");
        if (schema < 1) {
            throw new IllegalArgumentException("schema versions count from 1: schema=" + schema);
        }
        nextDue = nextDue == null ? null : nextDue.truncatedTo(ChronoUnit.MILLIS);
    }

    /**
     * One that does not say since when it lives.
     *
     * @param key its name
     * @param schema the version of the state's shape, from 1
     * @param blocked what waits
     * @param nextDue when something of it is due, with or without an event; whole milliseconds; null when nothing is
     * @param waits what it waits for, as a JSON object that stores only keep; null when there is nothing to say
     * @param state the fields as JSON; null for a row that only marks a blocked sequence
     */
    public Row(
            RowKey key,
            int schema,
            Blocked blocked,
            @Nullable Instant nextDue,
            @Nullable Json waits,
            @Nullable Json state) {
        this(key, schema, blocked, nextDue, waits, null, state);
    }

    /**
     * One that waits for nothing but the end of what blocks it.
     *
     * @param key its name
     * @param schema the version of the state's shape, from 1
     * @param blocked what waits
     * @param state the fields as JSON; null for a row that only marks a blocked sequence
     */
    public Row(RowKey key, int schema, Blocked blocked, @Nullable Json state) {
        this(key, schema, blocked, null, null, null, state);
    }

    /**
     * How long an instance has lived.
     *
     * @param since the time of the event that began it, in whole milliseconds
     * @param last the position of the last event that it had reacted to when its row was written; what it reacted to since left it as it was
     */
    public record Life(Instant since, long last) {
        /** Cuts the time to what is stored. */
        public Life {
            since = since.truncatedTo(ChronoUnit.MILLIS);
            if (last < 1) {
                throw new IllegalArgumentException("positions count from 1: last=" + last);
            }
        }
    }

    /**
     * The same row with something else that waits.
     *
     * @param other what waits
     * @return the row
     */
    public Row withBlocked(Blocked other) {
        return new Row(key, schema, other, nextDue, waits, life, state);
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
