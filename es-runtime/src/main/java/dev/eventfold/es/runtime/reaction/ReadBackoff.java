package dev.eventfold.es.runtime.reaction;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** How long a live loop leaves those process managers alone that could not read: each twice as long as the last time. For one thread. */
final class ReadBackoff {
    private static final Duration FIRST = Duration.ofMillis(10);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final Map<ManagerRunner<?>, Pause> pauses = new HashMap<>();

    private record Pause(Duration length, long until) {}

    /** Whether it is too early to try one again. */
    boolean pauses(ManagerRunner<?> runner) {
        Pause pause = pauses.get(runner);
        return pause != null && pause.until() - System.nanoTime() > 0;
    }

    /** It could not read. True when it could before. */
    boolean failed(ManagerRunner<?> runner) {
        Pause before = pauses.get(runner);
        Duration doubled = before == null ? FIRST : before.length().multipliedBy(2);
        Duration length = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
        pauses.put(runner, new Pause(length, System.nanoTime() + length.toNanos()));
        return before == null;
    }

    /** It could read. */
    void succeeded(ManagerRunner<?> runner) {
        pauses.remove(runner);
    }

    /** How long nobody has to be tried again, and at most so long. */
    Duration shortest(Duration most) {
        long now = System.nanoTime();
        Duration shortest = most;
        for (Pause pause : pauses.values()) {
            Duration left = Duration.ofNanos(Math.max(0, pause.until() - now));
            shortest = left.compareTo(shortest) < 0 ? left : shortest;
        }
        return shortest;
    }
}
