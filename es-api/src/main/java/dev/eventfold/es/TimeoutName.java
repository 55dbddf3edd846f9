package dev.eventfold.es;

import dev.eventfold.es.spi.TimeoutType;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One of the timeouts of a process manager. The constants are generated from its {@link OnTimeout} methods, in the class {@code <Name>Timeouts}
 * beside it.
 *
 * <p>An instance has at most one pending timeout of each name. Immutable, safe to share, equal by value.
 */
public final class TimeoutName {
    private final TimeoutType type;

    private TimeoutName(TimeoutType type) {
        this.type = type;
    }

    /**
     * For generated code: the name of a timeout.
     *
     * @param type the process manager and the stored name
     * @return the name
     */
    public static TimeoutName of(TimeoutType type) {
        return new TimeoutName(Objects.requireNonNull(type, "type"));
    }

    /**
     * The process manager that has it.
     *
     * @return its stored name
     */
    public String processManager() {
        return type.processManager();
    }

    /**
     * The name given to {@link OnTimeout}.
     *
     * @return the stored name
     */
    public String name() {
        return type.name();
    }

    /**
     * Wakes the instance some time after the event being reacted to; of a timeout, after the time that it was due. Replaces a pending one of this
     * name.
     *
     * @param delay not negative; zero is due at once, after what is in the log by then
     * @return the effect
     * @throws IllegalArgumentException when the delay is negative
     */
    public Timeout after(Duration delay) {
        if (Objects.requireNonNull(delay, "delay").isNegative()) {
            throw new IllegalArgumentException(
                    "a timeout cannot be due before its event: timeout=" + name() + ", delay=" + delay);
        }
        return new Timeout(this, delay, null);
    }

    /**
     * Wakes the instance at a time; at once, after what is in the log by then, when that has passed. Replaces a pending one of this name.
     *
     * @param time when, by the clock of the store
     * @return the effect
     */
    public Timeout at(Instant time) {
        return new Timeout(this, null, Objects.requireNonNull(time, "time"));
    }

    /**
     * Takes the pending one of this name back; does nothing when there is none.
     *
     * @return the effect
     */
    public Timeout cancel() {
        return new Timeout(this, null, null);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TimeoutName that && type.equals(that.type);
    }

    @Override
    public int hashCode() {
        return type.hashCode();
    }

    @Override
    public String toString() {
        return "timeout " + processManager() + "/" + name();
    }
}
