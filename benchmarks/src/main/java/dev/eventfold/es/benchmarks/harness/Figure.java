package dev.eventfold.es.benchmarks.harness;

import dev.eventfold.es.benchmarks.harness.Goal.Bound;
import dev.eventfold.es.benchmarks.harness.Goal.Of;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of the report: a measure, perhaps set against another measure of the same round.
 *
 * @param name what people read
 * @param unit such as {@code 1/s}, {@code ms}, {@code B}
 * @param measure the measure that {@link Round} took under this name
 * @param baselineName what people read; null without a baseline
 * @param baseline the measure to divide by, in the same unit; null without a baseline
 * @param goals what the figure should be
 */
public record Figure(
        String name,
        String unit,
        String measure,
        @Nullable String baselineName,
        @Nullable String baseline,
        List<Goal> goals) {
    /** Copies. */
    public Figure {
        goals = List.copyOf(goals);
    }

    /**
     * A figure without baseline and goals.
     *
     * @param name what people read
     * @param unit the unit
     * @param measure the measure
     * @return the figure
     */
    public static Figure of(String name, String unit, String measure) {
        return new Figure(name, unit, measure, null, null, List.of());
    }

    /**
     * Sets it against a baseline.
     *
     * @param name what people read
     * @param other the measure to divide by
     * @return a copy
     */
    public Figure against(String name, String other) {
        return new Figure(this.name, unit, measure, name, other, goals);
    }

    /**
     * Adds a goal of the value.
     *
     * @param limit the least
     * @return a copy
     */
    public Figure atLeast(double limit) {
        return with(new Goal(Of.VALUE, Bound.AT_LEAST, limit));
    }

    /**
     * Adds a goal of the value.
     *
     * @param limit the most
     * @return a copy
     */
    public Figure atMost(double limit) {
        return with(new Goal(Of.VALUE, Bound.AT_MOST, limit));
    }

    /**
     * Adds a goal of the ratio to the baseline.
     *
     * @param limit the least
     * @return a copy
     */
    public Figure ratioAtLeast(double limit) {
        return with(new Goal(Of.RATIO, Bound.AT_LEAST, limit));
    }

    /**
     * Adds a goal of the ratio to the baseline.
     *
     * @param limit the most
     * @return a copy
     */
    public Figure ratioAtMost(double limit) {
        return with(new Goal(Of.RATIO, Bound.AT_MOST, limit));
    }

    private Figure with(Goal goal) {
        List<Goal> more = new ArrayList<>(goals);
        more.add(goal);
        return new Figure(name, unit, measure, baselineName, baseline, more);
    }
}
