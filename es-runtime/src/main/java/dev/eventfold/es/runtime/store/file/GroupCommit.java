package dev.eventfold.es.runtime.store.file;

import dev.eventfold.es.runtime.StoreFailed;
import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Makes commits durable, many with one fsync: of those who wait, one leads and writes all that is decided, while the others wait and new
 * commits are decided already. Guarded by the store's lock, which is free while the leader writes.
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

    /** Waits until a commit is durable, and makes it so when nobody does. */
    void await(long commit) {
        while (durable < commit) {
            requireKnown(commit);
            if (tail.writing() == null) {
                lead();
                continue;
            }
            try {
                groupOf(commit).written().await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                refuseToWait(commit, e);
            }
        }
    }

    private Group groupOf(long commit) {
        Group writing = tail.writing();
        return writing != null && commit <= writing.commit() ? writing : tail.filling();
    }

    private void refuseToWait(long commit, InterruptedException e) {
        if (durable < commit) {
            throw new StoreFailed(
                    "the outcome is unknown, the thread was interrupted while it waited: directory=" + directory
                            + ", commit=" + commit,
                    e);
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
            group.written().awaitUninterruptibly();
        }
        if (failure == null && tail.filling().commit() > 0) {
            lead();
        }
    }

    private void lead() {
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
        finish(group, problem);
    }

    private void finish(Group group, @Nullable Throwable problem) {
        tail.written();
        if (problem == null) {
            durablePosition = group.position();
            synced = writer.synced();
            sealed = writer.sealed();
            durable = group.commit();
            tail.filling().written().signal();
        } else {
            failure = problem;
            tail.filling().written().signalAll();
        }
        group.written().signalAll();
    }
}
