package dev.eventfold.es;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * "Wake me then", or "wake me no more", as an effect of a reaction: what a {@link TimeoutName} makes.
 *
 * <p>A pending timeout is part of its process instance: written in the same commit as everything else that the reaction asks for, there again
 * after a restart, and gone with the end of the instance. Immutable, safe to share, equal by value.
 */
public final class Timeout implements Effect {
    private final TimeoutName name;
    private final @Nullable Duration delay;
    private final @Nullable Instant time;

    Timeout(TimeoutName name, @Nullable Duration delay, @Nullable Instant time) {
        this.name = name;
        this.delay = delay;
        this.time = time;
    }

    /**
     * Which of the timeouts of its process manager.
     *
     * @return the name
     */
    public TimeoutName name() {
        return name;
    }

    /**
     * How long after the event being reacted to it is due.
     *
     * @return empty when it is due at a time of its own, and when it is cancelled
     */
    public Optional<Duration> delay() {
        return Optional.ofNullable(delay);
    }

    /**
     * When it is due.
     *
     * @return empty when that depends on the event being reacted to, and when it is cancelled
     */
    public Optional<Instant> time() {
        return Optional.ofNullable(time);
    }

    /**
     * Whether the pending one of this name is taken back.
     *
     * @return true when it is due at no time
     */
    public boolean cancelled() {
        return delay == null && time == null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Timeout that
                && name.equals(that.name)
                && Objects.equals(delay, that.delay)
                && Objects.equals(time, that.time);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, delay, time);
    }

    @Override
    public String toString() {
        if (cancelled()) {
            return name + " cancelled";
        }
        return name + (delay == null ? " at " + time : " after " + delay);
    }
}
