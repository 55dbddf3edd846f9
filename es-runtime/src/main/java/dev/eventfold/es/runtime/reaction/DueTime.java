package dev.eventfold.es.runtime.reaction;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Computes when something is due, within the times that every store can hold: of years of four digits, in whole milliseconds. */
final class DueTime {
    static final Instant EARLIEST = Instant.parse("0000-01-01T00:00:00Z");
    static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

    private DueTime() {}

    static Instant of(Instant time) {
        if (time.isBefore(EARLIEST)) {
            return EARLIEST;
        }
        return time.isAfter(LATEST) ? LATEST : time.truncatedTo(ChronoUnit.MILLIS);
    }

    /** What would be after the end of time is at its end. */
    static Instant after(Instant time, Duration delay) {
        try {
            return of(time.plus(delay));
        } catch (DateTimeException | ArithmeticException e) {
            return LATEST;
        }
    }
}
