package dev.eventfold.es.runtime.execution;

import java.time.Clock;
import java.time.Instant;

/** Tells the time in whole milliseconds, and makes one object for all who ask within the same. Safe for use by any number of threads. */
final class EventClock {
    private final Clock clock;
    private volatile Instant latest = Instant.EPOCH;

    EventClock(Clock clock) {
        this.clock = clock;
    }

    Instant now() {
        long millis = clock.millis();
        Instant known = latest;
        if (known.toEpochMilli() != millis) {
            known = Instant.ofEpochMilli(millis);
            latest = known;
        }
        return known;
    }
}
