package dev.eventfold.es.runtime.store.file;

import dev.eventfold.es.runtime.StoreFailed;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Where those wait who want to see what is committed next. Safe for use by any number of threads. */
final class Arrivals {
    private static final Duration FOREVER = Duration.ofDays(36_500);

    private final ReentrantLock lock;
    private final Condition appended;
    private final StoreState state;
    private final LogIndex index;

    Arrivals(ReentrantLock lock, StoreState state, LogIndex index) {
        this.lock = lock;
        this.appended = lock.newCondition();
        this.state = state;
        this.index = index;
    }

    /** Wakes all who wait: something came, or nothing will. For the thread that holds the store's lock. */
    void signal() {
        appended.signalAll();
    }

    /** The same for a thread that need not hold it. */
    void signalFailure() {
        lock.lock();
        try {
            signal();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until there is an event behind a position.
     *
     * @return false when there was none for so long
     * @throws StoreFailed when the store fails meanwhile, or is closed
     */
    boolean await(long after, Duration most) throws InterruptedException {
        long left = (most.compareTo(FOREVER) < 0 ? most : FOREVER).toNanos();
        lock.lockInterruptibly();
        try {
            state.requireWorking();
            while (index.head() <= after) {
                if (left <= 0) {
                    return false;
                }
                left = appended.awaitNanos(left);
                state.requireWorking();
            }
            return true;
        } finally {
            lock.unlock();
        }
    }
}
