package dev.eventfold.es.benchmarks.harness;

import dev.eventfold.es.benchmarks.harness.Goal.Bound;
import dev.eventfold.es.benchmarks.harness.Goal.Of;

/**
 * Whether a goal was reached.
 *
 * @param goal the goal
 * @param measured the median that it was held against
 */
public record GoalResult(Goal goal, double measured) {
    boolean met() {
        return goal.margin(measured) >= 1;
    }

    String text(String unit) {
        String limit = goal.of() == Of.RATIO
                ? Numbers.text(goal.limit()) + " ×"
                : Numbers.text(goal.limit()) + (unit.isEmpty() ? "" : " " + unit);
        return (goal.bound() == Bound.AT_LEAST ? "≥ " : "≤ ") + limit + (met() ? " ✓" : " ✗");
    }
}
