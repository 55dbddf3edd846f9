package dev.eventfold.es.test;

import dev.eventfold.es.test.Step.Crash;
import dev.eventfold.es.test.Step.CrashIn;
import dev.eventfold.es.test.Step.Run;
import dev.eventfold.es.test.Step.Settle;
import dev.eventfold.es.test.Step.Wait;
import dev.eventfold.es.test.Step.WaitUntilDue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes a scenario smaller: without steps that it does not need, and with simpler ones, as long as the same invariant is violated. Not always the
 * smallest there is.
 *
 * @param <W> what is outside the program
 */
final class Shrinking<W> {
    private static final int MOST_TRIES = 5_000;

    private final Plan<W> plan;
    private Scenario smallest;
    private int tries;

    private Shrinking(Plan<W> plan, Scenario found) {
        this.plan = plan;
        this.smallest = found;
    }

    static <W> Scenario of(Plan<W> plan, Scenario found) {
        Shrinking<W> shrinking = new Shrinking<>(plan, found);
        while (shrinking.removed() || shrinking.settled() || shrinking.simplified()) {
            // Each may make room for the others.
        }
        return shrinking.smallest;
    }

    /** Leaves out ever smaller pieces. */
    private boolean removed() {
        boolean changed = false;
        for (int size = Math.max(1, smallest.steps().size() / 2); size > 0; size /= 2) {
            for (int at = 0; at < smallest.steps().size(); ) {
                if (replaced(at, Math.min(size, smallest.steps().size() - at), null)) {
                    changed = true;
                } else {
                    at += size;
                }
            }
        }
        return changed;
    }

    /** Lets all of the consumers go on where some do, one after the other. */
    private boolean settled() {
        boolean changed = false;
        for (int at = 0; at < smallest.steps().size() - 1; at++) {
            int size = goingOn(at);
            while (size > 1 && !replaced(at, size, new Settle())) {
                size--;
            }
            changed |= size > 1;
        }
        return changed;
    }

    private int goingOn(int at) {
        int to = at;
        while (to < smallest.steps().size()
                && (smallest.steps().get(to) instanceof Run || smallest.steps().get(to) instanceof Settle)) {
            to++;
        }
        return to - at;
    }

    private boolean simplified() {
        boolean changed = false;
        for (int at = 0; at < smallest.steps().size(); at++) {
            for (Step simpler : simpler(smallest.steps().get(at))) {
                if (replaced(at, 1, simpler)) {
                    changed = true;
                    break;
                }
            }
        }
        return changed;
    }

    private static List<Step> simpler(Step step) {
        if (step instanceof CrashIn) {
            return List.of(new Crash());
        } else if (step instanceof Wait) {
            return List.of(new WaitUntilDue(false));
        } else if (step instanceof WaitUntilDue wait && wait.before()) {
            return List.of(new WaitUntilDue(false));
        } else if (step instanceof Run run && run.commits() > 1) {
            return List.of(new Run(run.consumer(), 1), new Run(run.consumer(), run.commits() - 1));
        }
        return List.of();
    }

    /** Whether it is still violated with another step, or none, in the place of some. */
    private boolean replaced(int at, int size, @Nullable Step by) {
        if (tries++ > MOST_TRIES) {
            return false;
        }
        List<Step> steps = new ArrayList<>(smallest.steps().subList(0, at));
        if (by != null) {
            steps.add(by);
        }
        steps.addAll(smallest.steps().subList(at + size, smallest.steps().size()));
        Scenario smaller = Scenario.of(plan, steps);
        if (smaller == null
                || !smaller.violation().invariant().equals(smallest.violation().invariant())) {
            return false;
        }
        smallest = smaller;
        return true;
    }
}
