package dev.eventfold.es.runtime;

import dev.eventfold.es.RetryLater;
import java.time.Duration;
import java.util.Objects;

/**
 * How often a command of a process manager is tried whose handler throws {@link RetryLater}, and how long it waits in between.
 *
 * @param attempts how often it is tried before it is a dead letter, the first time included; at least 1
 * @param first the first pause; each next one is twice as long
 * @param longest no pause is longer
 */
public record Retries(int attempts, Duration first, Duration longest) {
    /** Unless set: 10 attempts, after 100 milliseconds, then 200, up to a minute. */
    public static final Retries STANDARD = new Retries(10, Duration.ofMillis(100), Duration.ofMinutes(1));

    /** Checks the numbers. */
    public Retries {
        Objects.requireNonNull(first, "first");
        Objects.requireNonNull(longest, "longest");
        if (attempts < 1 || first.isNegative() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException(
                    "no such retries: attempts=" + attempts + ", first=" + first + ", longest=" + longest);
        }
    }

    /**
     * How long to wait after some attempts.
     *
     * @param made how many were made, from 1
     * @return the pause
     */
    public Duration pause(int made) {
        Duration pause = first;
        for (int doubled = 1; doubled < made && pause.compareTo(longest) < 0; doubled++) {
            pause = pause.compareTo(longest.dividedBy(2)) < 0 ? pause.multipliedBy(2) : longest;
        }
        return pause.compareTo(longest) < 0 ? pause : longest;
    }
}
