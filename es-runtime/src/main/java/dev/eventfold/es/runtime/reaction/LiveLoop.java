package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.runtime.CommandResult;
import dev.eventfold.es.runtime.RunningProcessManagers;
import dev.eventfold.es.runtime.StoreClosed;
import dev.eventfold.es.runtime.StoreDamaged;
import dev.eventfold.es.runtime.StoreFailed;
import dev.eventfold.es.runtime.execution.Decider;
import dev.eventfold.es.runtime.execution.UserCode;
import dev.eventfold.es.runtime.observe.LogMessage;
import dev.eventfold.es.runtime.store.EventStore;
import dev.eventfold.es.runtime.store.View;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Moves process managers, or a subscriber, as soon as something is committed: one thread, which sleeps in between. */
final class LiveLoop implements RunningProcessManagers, Runnable {
    private static final Duration UNTIL_WOKEN = Duration.ofDays(1);
    private static final Duration LONGEST_SLEEP = Duration.ofMinutes(1);
    private static final Duration SHORTEST_SLEEP = Duration.ofMillis(1);

    private final LogHost host;
    private final View view;
    private final Flows flows;
    private final List<ManagerRunner<?>> all;
    private final List<ManagerRunner<?>> runners;
    private final ConsumerKind kind;
    private final ReadBackoff backoff = new ReadBackoff();
    private final Thread thread;
    private final Object sleep = new Object();
    private volatile boolean stopping;
    private volatile @Nullable StoreFailed failure;
    private boolean sleeping;

    private LiveLoop(LogHost host, Flows flows, Collection<ManagerRunner<?>> runners, View view) {
        this.host = host;
        this.view = view;
        this.flows = flows;
        this.all = List.copyOf(runners);
        this.runners = new ArrayList<>(runners);
        this.kind = all.isEmpty() ? ConsumerKind.PROCESS_MANAGER : all.get(0).kind();
        this.thread = new Thread(this, "eventfold-" + kind.many().replace(' ', '-'));
        this.thread.setDaemon(true);
    }

    static LiveLoop start(LogHost host, Flows flows, Collection<ManagerRunner<?>> runners) {
        return start(host, flows, runners, View.DECIDED);
    }

    /** Of some that see the log so far. */
    static LiveLoop start(LogHost host, Flows flows, Collection<ManagerRunner<?>> runners, View view) {
        LiveLoop loop = new LiveLoop(host, flows, runners, view);
        runners.forEach(ManagerRunner::enterLoop);
        loop.thread.start();
        return loop;
    }

    @Override
    public void run() {
        UserCode.ownThread();
        try {
            while (!stopping && !runners.isEmpty()) {
                round();
            }
            host.decider().awaitDurable(host.store().lastCommit());
        } catch (StoreClosed e) {
            LogMessage.STORE_CLOSED.log(kind.many() + " stop with their store: " + names());
        } catch (StoreFailed e) {
            failure = e;
            LogMessage.STORE_FAILED.log(kind.many() + " stop, the store must be opened again: " + names(), e);
        } catch (RuntimeException | Error e) {
            // Whoever waits hears of it too.
            failure = new StoreFailed(kind.many() + " stop, they broke: " + names(), e);
            throw e;
        } finally {
            runners.forEach(ManagerRunner::leaveLoop);
        }
    }

    private void round() {
        EventStore store = host.store();
        long head = store.head(Decider.PARTITION, view);
        boolean moved = false;
        Instant next = Instant.MAX;
        for (ManagerRunner<?> runner : List.copyOf(runners)) {
            if (stopping) {
                return;
            }
            if (backoff.pauses(runner)) {
                continue;
            }
            try {
                moved |= runner.step(Long.MAX_VALUE);
                moved |= runner.fire(host.decider().now());
                next = moved ? next : earlier(next, runner.nextDue());
                backoff.succeeded(runner);
            } catch (StoreClosed e) {
                throw e;
            } catch (StoreFailed e) {
                failedToRead(runner, e);
            } catch (RuntimeException | Error e) {
                drop(runner, e);
            }
        }
        if (!moved) {
            host.decider().awaitDurable(store.lastCommit());
            sleep(head, backoff.shortest(until(next)));
        }
    }

    private static Instant earlier(Instant one, @Nullable Instant other) {
        return other != null && other.isBefore(one) ? other : one;
    }

    /** How long nothing is due. The clock may be set meanwhile, so it is looked at once in a while when something is pending. */
    private Duration until(Instant next) {
        if (next.equals(Instant.MAX)) {
            return UNTIL_WOKEN;
        }
        Duration left = Duration.between(host.decider().now(), next);
        return left.compareTo(LONGEST_SLEEP) > 0
                ? LONGEST_SLEEP
                : left.compareTo(SHORTEST_SLEEP) < 0 ? SHORTEST_SLEEP : left;
    }

    /** What is damaged stays so however often it is read; a disk that does not answer may do so later. */
    private void failedToRead(ManagerRunner<?> runner, StoreFailed why) {
        if (host.decider().takesNoCommits()) {
            throw why;
        }
        // When a write has failed this throws, and says so.
        host.store().lastCommit();
        if (why instanceof StoreDamaged) {
            drop(runner, why);
        } else if (backoff.failed(runner)) {
            LogMessage.READ_FAILED.log(kind.one() + " cannot read and tries again: " + runner.label(), why);
        }
    }

    private void drop(ManagerRunner<?> runner, Throwable why) {
        LogMessage.PROCESS_MANAGER_STOPPED.log(
                kind.one() + " stops until it is " + kind.begun() + " again, with nothing moved: " + runner.label(),
                why);
        runners.remove(runner);
        runner.leaveLoop();
    }

    private List<String> names() {
        return runners.stream().map(ManagerRunner::name).toList();
    }

    /** Interrupts reach the thread only while it sleeps: never a write. */
    private void sleep(long after, Duration most) {
        synchronized (sleep) {
            if (stopping) {
                return;
            }
            sleeping = true;
        }
        try {
            host.store().await(Decider.PARTITION, after, most);
        } catch (InterruptedException e) {
            stopping = true;
        } finally {
            synchronized (sleep) {
                sleeping = false;
                Thread.interrupted();
            }
        }
    }

    @Override
    public boolean awaitFlow(CommandResult result, Duration most) {
        UserCode.refuse("awaitFlow");
        boolean settled = new FlowWait(host, flows, all, result, most).await();
        StoreFailed why = failure;
        if (!settled && why != null) {
            throw new StoreFailed(kind.many() + " have stopped: " + why.getMessage(), why);
        }
        return settled;
    }

    @Override
    public String toString() {
        return kind.many()
                + (thread.isAlive() ? " that run: " : " that were run: ")
                + all.stream().map(ManagerRunner::name).toList();
    }

    /** Why it ended of itself; null when it did not. */
    @Nullable
    StoreFailed failure() {
        return failure;
    }

    /** Stops it without waiting. */
    void stop() {
        synchronized (sleep) {
            stopping = true;
            if (sleeping) {
                thread.interrupt();
            }
        }
    }

    @Override
    public void close() {
        UserCode.refuse("close");
        stop();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
