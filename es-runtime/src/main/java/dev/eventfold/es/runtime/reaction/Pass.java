package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.UnreadablePayload;
import dev.eventfold.es.runtime.StoreFailed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** One call of {@code runAll} or {@code run}: moves its process managers, in turns, until each has passed what the call waits for. */
final class Pass {
    private final Instant now;
    private final Reach reach;
    private final Map<String, Counts> counts = new ConcurrentHashMap<>();
    private final List<ManagerRunner<?>> behind;
    private @Nullable UnreadablePayload unreadable;

    /** Of what is in the log up to a position, and due up to a time. */
    Pass(long head, Instant now, Collection<ManagerRunner<?>> runners) {
        this.now = now;
        this.reach = new Reach(head);
        this.behind = new ArrayList<>(runners);
        runners.forEach(runner -> counts.put(runner.name(), Counts.NONE));
    }

    void record(String processManager, List<Step> steps) {
        Counts sum = Counts.NONE;
        for (Step step : steps) {
            Instant due = step.due();
            if (due != null && due.isAfter(now)) {
                continue;
            }
            reach.extend(step);
            if (step.position() <= reach.target()) {
                sum = sum.plus(step.counts());
            }
        }
        counts.computeIfPresent(processManager, adding(sum));
    }

    private static BiFunction<String, Counts, Counts> adding(Counts more) {
        return (name, before) -> before.plus(more);
    }

    Report report() {
        return Report.of(counts);
    }

    /** What kept one of them from moving while the others went on. */
    @Nullable
    UnreadablePayload unreadable() {
        return unreadable;
    }

    void run() {
        while (!behind.isEmpty()) {
            long target = reach.target();
            boolean moved = false;
            for (ManagerRunner<?> runner : List.copyOf(behind)) {
                moved |= step(runner, target);
            }
            if (!moved && target == reach.target() && !fireNext()) {
                return;
            }
        }
    }

    private boolean step(ManagerRunner<?> runner, long target) {
        return moving(runner, () -> awaitLoop(runner, target) || runner.step(target));
    }

    /** Does what is due first, but nothing that is due after something of another one. */
    private boolean fireNext() {
        ManagerRunner<?> first = null;
        Instant earliest = null;
        Instant until = now;
        for (ManagerRunner<?> runner : behind) {
            Instant due = runner.nextDue();
            if (due == null || due.isAfter(now)) {
                continue;
            }
            if (earliest == null || due.isBefore(earliest)) {
                until = earliest == null ? now : earliest;
                first = runner;
                earliest = due;
            } else if (due.isBefore(until)) {
                until = due;
            }
        }
        if (first == null) {
            return false;
        }
        ManagerRunner<?> runner = first;
        Instant bound = until;
        return moving(runner, () -> runner.fire(bound));
    }

    private boolean moving(ManagerRunner<?> runner, BooleanSupplier move) {
        try {
            return move.getAsBoolean();
        } catch (UnreadablePayload e) {
            behind.remove(runner);
            if (unreadable == null) {
                unreadable = e;
            } else {
                unreadable.addSuppressed(e);
            }
            return true;
        }
    }

    /** Whether a live loop took it there. */
    private static boolean awaitLoop(ManagerRunner<?> runner, long target) {
        if (runner.position() >= target) {
            return false;
        }
        try {
            return runner.awaitLoop(target) && runner.position() >= target;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreFailed(
                    "interrupted while waiting for a process manager, which goes on: processManager=" + runner.name(),
                    e);
        }
    }
}
