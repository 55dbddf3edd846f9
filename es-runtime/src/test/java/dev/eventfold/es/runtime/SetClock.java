package dev.eventfold.es.runtime;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until a test moves it. Safe for use by any number of threads. */
final class SetClock implements InstantSource {
    private volatile Instant now = Scene.NOW;

    @Override
    public Instant instant() {
        return now;
    }

    void set(Instant time) {
        now = time;
    }

    /** Moves it on, or back. */
    void advance(String duration) {
        now = now.plus(Duration.parse(duration));
    }
}
