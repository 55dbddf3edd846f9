package dev.eventfold.es.runtime.engine;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The thread in which snapshots are taken, a moment after they were asked for: when what they are of is durable, most likely. There is none while
 * there is nothing to do.
 */
final class SnapshotThread implements Executor {
    private static final long MOMENT_MILLIS = 10;
    private static final long IDLE_MILLIS = 1_000;
    private static final long LONGEST_CLOSE_MILLIS = 1_000;

    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
            1,
            1,
            IDLE_MILLIS,
            TimeUnit.MILLISECONDS,
            new LinkedBlockingQueue<>(),
            SnapshotThread::daemon,
            new ThreadPoolExecutor.DiscardPolicy());

    private final Executor later = CompletableFuture.delayedExecutor(MOMENT_MILLIS, TimeUnit.MILLISECONDS, thread);

    SnapshotThread() {
        thread.allowCoreThreadTimeOut(true);
    }

    private static Thread daemon(Runnable work) {
        Thread made = new Thread(work, "eventfold-snapshots");
        made.setDaemon(true);
        return made;
    }

    @Override
    public void execute(Runnable work) {
        later.execute(work);
    }

    /** Begins nothing any more. Gives false when what was begun has not come to an end in a short time, or the caller is interrupted. */
    boolean close() {
        thread.shutdown();
        try {
            return thread.awaitTermination(LONGEST_CLOSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
