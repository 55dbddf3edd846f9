package dev.eventfold.es.test;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until a test moves it. Safe for use by any number of threads. */
public final class TestClock extends Clock {
    private final AtomicReference<Instant> now;
    private final ZoneId zone;

    private TestClock(AtomicReference<Instant> now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    /**
     * A clock that shows a time.
     *
     * @param instant the time
     * @return a new clock
     */
    public static TestClock at(Instant instant) {
        return new TestClock(new AtomicReference<>(Objects.requireNonNull(instant, "instant")), ZoneOffset.UTC);
    }

    /**
     * A clock that shows a time.
     *
     * @param instant the time, such as {@code 2026-11-23T22:05:01Z}
     * @return a new clock
     * @throws java.time.format.DateTimeParseException when it is no such text
     */
    public static TestClock at(String instant) {
        return at(Instant.parse(instant));
    }

    /**
     * Moves it.
     *
     * @param by how far; a negative one moves it back
     * @return this
     */
    public TestClock advance(Duration by) {
        now.updateAndGet(before -> before.plus(by));
        return this;
    }

    /**
     * Sets it.
     *
     * @param instant the time
     * @return this
     */
    public TestClock set(Instant instant) {
        now.set(Objects.requireNonNull(instant, "instant"));
        return this;
    }

    @Override
    public Instant instant() {
        return Objects.requireNonNull(now.get());
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    /** The same clock, seen from another zone: moving one moves the other. */
    @Override
    public TestClock withZone(ZoneId other) {
        return new TestClock(now, other);
    }

    @Override
    public String toString() {
        return "TestClock at " + instant();
    }
}
