package dev.eventfold.es.runtime.store.file;

import java.util.Collection;
import java.util.concurrent.locks.LockSupport;

/** A thread that waits for a group of commits. Made, called and taken off its list by those who hold the store's lock; waits without it. */
final class Waiter {
    private final Thread thread = Thread.currentThread();
    private final Collection<Waiter> list;
    private volatile boolean called;

    /** The current thread, which the caller puts on a list. */
    Waiter(Collection<Waiter> list) {
        this.list = list;
    }

    /** Wakes the thread. */
    void call() {
        called = true;
        LockSupport.unpark(thread);
    }

    /** Waits until it is called; false when it was interrupted before, and stays so. */
    boolean await() {
        while (!called) {
            LockSupport.park(this);
            if (!called && thread.isInterrupted()) {
                return false;
            }
        }
        return true;
    }

    /** Waits until it is called, whatever interrupts. */
    void awaitUninterruptibly() {
        boolean interrupted = false;
        while (!called) {
            LockSupport.park(this);
            interrupted |= Thread.interrupted();
        }
        if (interrupted) {
            thread.interrupt();
        }
    }

    /** Waits no more; false when it has been taken off the list, and is called in a moment. */
    boolean leave() {
        return list.remove(this);
    }
}
