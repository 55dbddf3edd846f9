package dev.eventfold.es.runtime.store.file;

import dev.eventfold.es.runtime.StoreFailed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Makes commits durable, many with one fsync: of those who wait, one leads and writes all that is decided, while the others wait and new
 * commits are decided already. Guarded by the store's lock, which is free while the leader writes.
 *
 * <p>Those who wait are parked one by one, and called without the lock: with a condition of the lock each would have to take it to wake up,
 * one after the other, and 64 callers got half as much done.
 */
final class GroupCommit {
    private final ReentrantLock lock;
    private final LogTail tail;
    private final LogWriter writer;
    private final String directory;
    private volatile long durable;
    private long durablePosition;
    private long synced;
    private int sealed;
    private @Nullable Throwable failure;

    /** On a log that is durable up to a commit and a position. */
    GroupCommit(ReentrantLock lock, LogTail tail, LogWriter writer, String directory, long commit, long position) {
        this.lock = lock;
        this.tail = tail;
        this.writer = writer;
        this.directory = directory;
        this.durable = commit;
        this.durablePosition = position;
        this.synced = commit;
    }

    /** The last durable commit; may be called without the lock. */
    long durable() {
        return durable;
    }

    /** The last durable position. */
    long durablePosition() {
        return durablePosition;
    }

    /** The highest commit whose fsync has returned. */
    long synced() {
        return synced;
    }

    /** How many segments were filled since the store was opened. */
    int sealed() {
        return sealed;
    }

    boolean isWorking() {
        return failure == null;
    }

    /** Throws when a write has failed: what was decided then is not to be built on. */
    void requireWorking() {
        if (failure != null) {
            throw new StoreFailed(
                    "the store takes no more commits, a write has failed: directory=" + directory
                            + ", durableCommit=" + durable + ", cause=" + failure.getMessage()
                            + "; close it and open it again",
                    failure);
        }
    }

    /** Waits until a commit is durable, and makes it so when nobody does. Called without the lock. */
    void await(long commit) {
        while (durable < commit) {
            Waiter mine = null;
            List<Waiter> done = List.of();
            lock.lock();
            try {
                if (durable >= commit) {
                    return;
                }
                requireKnown(commit);
                requireDecided(commit);
                if (tail.writing() == null) {
                    done = lead();
                } else {
                    mine = groupOf(commit).join();
                }
            } finally {
                lock.unlock();
            }
            done.forEach(Waiter::call);
            if (mine != null && !mine.await()) {
                refuseToWait(commit, mine);
            }
        }
    }

    private Group groupOf(long commit) {
        Group writing = tail.writing();
        return writing != null && commit <= writing.commit() ? writing : tail.filling();
    }

    /** Whoever was called in the meantime goes on: it may be he who has to lead. */
    private void refuseToWait(long commit, Waiter interrupted) {
        lock.lock();
        try {
            if (interrupted.leave() && durable < commit) {
                throw new StoreFailed(
                        "the outcome is unknown, the thread was interrupted while it waited: directory=" + directory
                                + ", commit=" + commit,
                        new InterruptedException());
            }
        } finally {
            lock.unlock();
        }
    }

    private void requireDecided(long commit) {
        Group writing = tail.writing();
        long last = Math.max(tail.filling().commit(), writing == null ? durable : writing.commit());
        if (commit > last) {
            throw new IllegalArgumentException("no such commit: commit=" + commit + ", last=" + last);
        }
    }

    private void requireKnown(long commit) {
        if (failure != null) {
            throw new StoreFailed(
                    "the outcome is unknown, the write failed: directory=" + directory + ", commit=" + commit
                            + ", cause=" + failure.getMessage(),
                    failure);
        }
    }

    /** Waits until nobody writes, and writes all that is decided, whatever interrupts. */
    void flush() {
        for (Group group = tail.writing(); group != null; group = tail.writing()) {
            Waiter mine = group.join();
            lock.unlock();
            try {
                mine.awaitUninterruptibly();
            } finally {
                lock.lock();
            }
        }
        if (failure == null && tail.filling().commit() > 0) {
            lead().forEach(Waiter::call);
        }
    }

    /** Writes what is decided, without the lock, and gives those who are to be called when the lock is free again. */
    private List<Waiter> lead() {
        Group group = tail.take();
        @Nullable Throwable problem = null;
        lock.unlock();
        try {
            writer.write(group);
        } catch (IOException | RuntimeException | Error e) {
            problem = e;
        } finally {
            lock.lock();
        }
        return finish(group, problem);
    }

    private List<Waiter> finish(Group group, @Nullable Throwable problem) {
        tail.written();
        List<Waiter> called = new ArrayList<>();
        if (problem == null) {
            durablePosition = group.position();
            synced = writer.synced();
            sealed = writer.sealed();
            durable = group.commit();
            // The next leader first: the disk waits for him, and for nobody else.
            tail.filling().takeOne().ifPresent(called::add);
        } else {
            failure = problem;
            called.addAll(tail.filling().takeAll());
        }
        called.addAll(group.takeAll());
        return called;
    }
}
