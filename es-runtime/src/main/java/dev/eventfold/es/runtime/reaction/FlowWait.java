package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.runtime.CommandResult;
import dev.eventfold.es.runtime.StoreDamaged;
import dev.eventfold.es.runtime.StoreFailed;
import dev.eventfold.es.runtime.execution.Decider;
import dev.eventfold.es.runtime.store.StoredEvent;
import dev.eventfold.es.runtime.store.View;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/** Waits until some process managers have nothing left to react to in a flow. For one call. */
final class FlowWait {
    private static final Duration FOREVER = Duration.ofDays(36_500);
    private static final int PAGE = 1_000;

    private final LogHost host;
    private final Flows flows;
    private final List<ManagerRunner<?>> runners;
    private final Flow flow;
    private final String correlationId;
    private final long begins;
    private final long deadline;

    FlowWait(LogHost host, Flows flows, List<ManagerRunner<?>> runners, CommandResult result, Duration most) {
        this.host = host;
        this.flows = flows;
        this.runners = runners;
        this.flow = new Flow(runners);
        this.correlationId = result.correlationId();
        this.begins = result.events().isEmpty()
                ? Long.MAX_VALUE
                : result.events().get(0).position() - 1;
        this.deadline = System.nanoTime() + (most.compareTo(FOREVER) < 0 ? most : FOREVER).toNanos();
    }

    /**
     * Waits until the flow is settled, or nobody moves the process managers any more.
     *
     * @return whether it is settled, and durable
     */
    boolean await() {
        try {
            long head = begin();
            boolean settled = read(head)
                    && flows.await(() -> flow.isSettled() || flow.isAbandoned(), deadline)
                    && flow.isSettled();
            if (settled) {
                host.decider().awaitDurable(host.store().lastCommit());
            } else {
                flow.abandoned().forEach(FlowWait::requireSound);
            }
            return settled;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreFailed(
                    "interrupted while waiting for a flow, which goes on: correlationId=" + correlationId, e);
        } finally {
            flows.end(correlationId, flow);
        }
    }

    /** Nobody who starts it again would get farther. */
    private static void requireSound(ManagerRunner<?> stopped) {
        if (stopped.error() instanceof StoreDamaged damaged) {
            throw new StoreDamaged(
                    stopped.kind().one() + " has stopped: " + stopped.label() + ": " + damaged.getMessage(), damaged);
        }
    }

    /** In turn, so that each event is either in the log now or heard of when it is written. */
    private long begin() {
        ReentrantLock turn = host.decider().turn();
        turn.lock();
        try {
            flows.begin(correlationId, flow);
            return host.store().head(Decider.PARTITION, View.DECIDED);
        } finally {
            turn.unlock();
        }
    }

    /** Finds the events of the flow that are in the log and not passed yet. False when the time is over before. */
    private boolean read(long head) {
        for (long position = unpassed(head); position < head; ) {
            int most = (int) Math.min(PAGE, head - position);
            for (StoredEvent event :
                    host.store().read(Decider.PARTITION, position, most, BatchSize.MAX_BYTES, View.DECIDED)) {
                position = event.position();
                if (event.event().origin().correlationId().equals(correlationId)) {
                    flow.add(event);
                }
            }
            if (position < head && System.nanoTime() - deadline > 0) {
                return false;
            }
        }
        return true;
    }

    /** Where to begin to read. One that has stopped may be far behind: for it the flow begins with the command. */
    private long unpassed(long head) {
        long unpassed = head;
        for (ManagerRunner<?> runner : runners) {
            long position = runner.position();
            unpassed = Math.min(unpassed, runner.stopped() ? Math.max(position, begins) : position);
        }
        return unpassed;
    }
}
