package dev.eventfold.es.runtime.execution;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Waiting before another try, twice as long each time. */
public final class Backoff {
    private static final long FIRST_NANOS = TimeUnit.MICROSECONDS.toNanos(50);
    private static final int MOST_DOUBLINGS = 10;

    private Backoff() {}

    /**
     * After another process was faster. Random, so that two losers do not meet again.
     *
     * @param lost how many races were lost before this one
     */
    public static void afterLostRace(int lost) {
        long most = FIRST_NANOS << Math.min(lost, MOST_DOUBLINGS);
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(most / 2, most));
    }
}
