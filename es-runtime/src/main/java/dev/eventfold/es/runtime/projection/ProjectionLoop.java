package dev.eventfold.es.runtime.projection;

import dev.eventfold.es.runtime.StoreClosed;
import dev.eventfold.es.runtime.StoreFailed;
import dev.eventfold.es.runtime.execution.Decider;
import dev.eventfold.es.runtime.execution.UserCode;
import dev.eventfold.es.runtime.observe.LogMessage;
import dev.eventfold.es.runtime.store.EventStore;
import dev.eventfold.es.runtime.store.View;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Keeps projections close to the log, so that whoever asks waits for little. One thread, which sleeps while nothing is committed. One that fails
 * is left alone until somebody asks for it, hears why, or finds that it works again.
 */
final class ProjectionLoop implements Runnable {
    private static final Duration UNTIL_WOKEN = Duration.ofDays(1);

    /** Whoever committed makes it durable: nobody is hurried for the sake of a projection. */
    private static final long UNTIL_DURABLE = TimeUnit.MILLISECONDS.toNanos(2);

    private final EventStore store;
    private final List<RunningProjection<?>> projections;
    private final Thread thread;
    private volatile boolean stopping;

    private ProjectionLoop(EventStore store, Collection<RunningProjection<?>> projections) {
        this.store = store;
        this.projections = List.copyOf(projections);
        this.thread = new Thread(this, "eventfold-projections");
        this.thread.setDaemon(true);
    }

    static ProjectionLoop start(EventStore store, Collection<RunningProjection<?>> projections) {
        ProjectionLoop loop = new ProjectionLoop(store, projections);
        loop.thread.start();
        return loop;
    }

    @Override
    public void run() {
        UserCode.ownThread();
        try {
            while (!stopping) {
                round();
            }
        } catch (InterruptedException | StoreClosed e) {
            LogMessage.PROJECTIONS_CLOSED.log("projections are followed no more");
        } catch (StoreFailed e) {
            LogMessage.PROJECTIONS_STOPPED.log("projections are followed no more, the store must be opened again", e);
        }
    }

    private void round() throws InterruptedException {
        long head = store.head(Decider.PARTITION, View.DURABLE);
        boolean moved = false;
        for (RunningProjection<?> projection : projections) {
            moved |= !stopping && projection.error() == null && follow(projection, head);
        }
        if (moved) {
            return;
        }
        if (store.head(Decider.PARTITION, View.DECIDED) > head) {
            LockSupport.parkNanos(UNTIL_DURABLE);
        } else {
            store.await(Decider.PARTITION, head, UNTIL_WOKEN);
        }
    }

    private static boolean follow(RunningProjection<?> projection, long head) {
        try {
            return projection.follow(head);
        } catch (StoreClosed e) {
            throw e;
        } catch (RuntimeException | Error e) {
            LogMessage.PROJECTION_NOT_FOLLOWED.log(
                    "a projection is not followed until it is asked for: projection="
                            + projection.definition().name(),
                    e);
            return false;
        }
    }

    /** Stops it, and waits until it has. */
    void close() {
        stopping = true;
        boolean interrupted = false;
        while (thread.isAlive()) {
            thread.interrupt();
            try {
                thread.join(10);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
