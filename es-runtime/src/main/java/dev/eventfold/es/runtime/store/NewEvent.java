package dev.eventfold.es.runtime.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An event on its way into the log. Its id is {@code command id "." index} of the event in its command, unless one was given.
 *
 * @param name its stored name
 * @param schema the version of its payload's shape, from 1
 * @param at when it was decided; whole milliseconds
 * @param origin where it comes from
 * @param id the id of an event that comes from elsewhere; null for our own
 * @param data its payload
 */
public record NewEvent(
        String name,
        int schema,
        Instant at,
        Origin origin,
        @Nullable String id,
        Json data) {
    private static final int NANOS_OF_MILLI = 1_000_000;

    /** Checks that nothing is missing, and cuts the time to what is stored. */
    public NewEvent {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(data, "data");
        if (schema < 1) {
            throw new IllegalArgumentException("schema versions count from 1: schema=" + schema);
        }
        at = isWhole(at) ? at : at.truncatedTo(ChronoUnit.MILLIS);
    }

    @SuppressWarnings("JavaInstantGetSecondsGetNano") // the seconds are whole milliseconds
    private static boolean isWhole(Instant at) {
        return at.getNano() % NANOS_OF_MILLI == 0;
    }
}
