package dev.eventfold.es.runtime.execution;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Callers in front of their turn. Whoever comes and finds nobody deciding decides for all who came in the meantime, and waits for the disk on
 * their behalf. So a caller sleeps once for each command: with a turn of its own it would sleep a second time, and waking threads is what
 * bounds many callers, not the disk. Safe for use by any number of threads.
 *
 * @param <C> what they want decided
 */
final class CallerQueue<C> {
    private final Queue<Caller<C>> queue = new ConcurrentLinkedQueue<>();
    private final ReentrantLock leading = new ReentrantLock();
    private final ReentrantLock turn;
    private final Function<C, Attempt> decide;
    private final LongConsumer awaitDurable;

    /**
     * In front of one turn.
     *
     * @param decide decides a command, for the thread whose turn it is; throws nothing
     * @param awaitDurable waits until a commit is durable
     */
    CallerQueue(ReentrantLock turn, Function<C, Attempt> decide, LongConsumer awaitDurable) {
        this.turn = turn;
        this.decide = decide;
        this.awaitDurable = awaitDurable;
    }

    /** Has a command decided. What the answer rests on is durable, unless writing it failed or the thread was interrupted. */
    Attempt decide(C request) {
        Caller<C> mine = new Caller<>(request);
        if (!leading.tryLock()) {
            queue.add(mine);
            while (!leading.tryLock()) {
                if (mine.sleep()) {
                    return mine.attempt();
                }
            }
        }
        return lead(mine);
    }

    private Attempt lead(Caller<C> mine) {
        List<Caller<C>> others = new ArrayList<>();
        Attempt last;
        try {
            last = decideAll(mine, others);
        } finally {
            leading.unlock();
            callNext();
        }
        mine.interruptAgain();
        try {
            // The last one that was decided rests on all before it.
            awaitDurable.accept(last.restsOn());
        } catch (RuntimeException e) {
            // Each asks for himself what became of his command; an interrupt of this thread is nobody else's business.
        } finally {
            others.forEach(Caller::wake);
        }
        return mine.attempt();
    }

    /**
     * Decides for who leads, and then for all who wait: until the queue is empty, as each who comes later has to be woken to lead.
     *
     * @return the last attempt
     */
    private Attempt decideAll(Caller<C> mine, List<Caller<C>> others) {
        turn.lock();
        try {
            if (!mine.isDecided()) {
                mine.decided(decide.apply(mine.request));
            }
            Attempt last = mine.attempt();
            for (Caller<C> next = queue.poll(); next != null; next = queue.poll()) {
                if (next != mine) {
                    last = decide.apply(next.request);
                    next.decided(last);
                    others.add(next);
                }
            }
            return last;
        } finally {
            turn.unlock();
        }
    }

    /** Who came after the last look found somebody leading, and sleeps. */
    private void callNext() {
        Caller<C> next = queue.peek();
        if (next != null) {
            LockSupport.unpark(next.thread);
        }
    }

    /** One who waits. */
    private static final class Caller<C> {
        private final C request;
        private final Thread thread = Thread.currentThread();
        private volatile boolean awake;
        private volatile boolean interrupted;
        private volatile @Nullable Attempt attempt;

        Caller(C request) {
            this.request = request;
        }

        boolean isDecided() {
            return attempt != null;
        }

        Attempt attempt() {
            return Objects.requireNonNull(attempt, "attempt");
        }

        void decided(Attempt made) {
            attempt = made;
            if (interrupted) {
                LockSupport.unpark(thread);
            }
        }

        void wake() {
            awake = true;
            LockSupport.unpark(thread);
        }

        /** Sleeps until somebody calls; false when there may be something to do. Who is interrupted wants to know what is decided, durable or not. */
        boolean sleep() {
            if (!awake) {
                LockSupport.park(this);
            }
            if (Thread.interrupted()) {
                interrupted = true;
            }
            boolean done = awake || (interrupted && attempt != null);
            if (done) {
                interruptAgain();
            }
            return done;
        }

        void interruptAgain() {
            if (interrupted) {
                thread.interrupt();
            }
        }
    }
}
