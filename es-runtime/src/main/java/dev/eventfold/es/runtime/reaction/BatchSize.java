package dev.eventfold.es.runtime.reaction;

import java.util.concurrent.TimeUnit;

/** How many events to take at once: as many as keep callers waiting for no longer than they would notice. For one thread at a time. */
final class BatchSize {
    /** The most bytes to read at once. */
    static final long MAX_BYTES = 1L << 20;

    private static final int FIRST = 64;
    private static final int MOST = 4_096;
    private static final long MOST_IN_TURN = TimeUnit.MILLISECONDS.toNanos(2);
    private static final long MOST_IN_ALL = TimeUnit.MILLISECONDS.toNanos(10);

    private int events = FIRST;

    int events() {
        return events;
    }

    /** Learns from a batch: how many events it had, how long others had to wait for it, and how long it took. */
    void took(int count, long nanosInTurn, long nanosInAll) {
        if (nanosInTurn > MOST_IN_TURN || nanosInAll > MOST_IN_ALL) {
            events = Math.max(1, events / 2);
        } else if (count == events && nanosInTurn < MOST_IN_TURN / 2 && nanosInAll < MOST_IN_ALL / 2) {
            events = Math.min(MOST, events * 2);
        }
    }
}
