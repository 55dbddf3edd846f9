package dev.eventfold.es.runtime.store.file;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** The store's lock, and whether what it guards may be used. Safe for use by any number of threads. */
final class Guard {
    private final ReentrantLock lock;
    private final StoreState state;

    Guard(ReentrantLock lock, StoreState state) {
        this.lock = lock;
        this.state = state;
    }

    /** Does something under the lock, unless the store is closed or a write has failed. */
    <T> T working(Supplier<T> work) {
        lock.lock();
        try {
            state.requireWorking();
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /** Does something under the lock, whatever became of the store. */
    <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
