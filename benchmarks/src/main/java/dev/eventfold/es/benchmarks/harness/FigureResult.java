package dev.eventfold.es.benchmarks.harness;

import dev.eventfold.es.benchmarks.harness.Goal.Of;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * A figure over the rounds of a run. The ratio is the median of the rounds' own ratios, never one of medians.
 *
 * @param name what people read
 * @param unit the unit
 * @param median the middle of the rounds
 * @param least the lowest of the rounds
 * @param most the highest of the rounds
 * @param baseline the name of the baseline; null without one
 * @param baselineMedian the middle of the baseline; null without one
 * @param ratio the middle of the ratios; null without a baseline
 * @param goals the goals, and whether they were reached
 */
public record FigureResult(
        String name,
        String unit,
        double median,
        double least,
        double most,
        @Nullable String baseline,
        @Nullable Double baselineMedian,
        @Nullable Double ratio,
        List<GoalResult> goals) {
    /** Copies. */
    public FigureResult {
        goals = List.copyOf(goals);
    }

    static FigureResult of(Figure figure, List<Round> rounds) {
        List<Double> values = each(rounds, round -> round.measure(figure.measure()));
        double median = Numbers.median(values);
        String other = figure.baseline();
        Double otherMedian = other == null ? null : Double.valueOf(Numbers.median(each(rounds, r -> r.measure(other))));
        Double ratio = other == null
                ? null
                : Double.valueOf(Numbers.median(each(rounds, r -> r.measure(figure.measure()) / r.measure(other))));
        List<GoalResult> goals = figure.goals().stream()
                .map(goal -> new GoalResult(goal, goal.of() == Of.RATIO && ratio != null ? ratio : median))
                .toList();
        return new FigureResult(
                figure.name(),
                figure.unit(),
                median,
                Numbers.least(values),
                Numbers.most(values),
                figure.baselineName(),
                otherMedian,
                ratio,
                goals);
    }

    private static List<Double> each(List<Round> rounds, ToDoubleFunction<Round> measure) {
        return rounds.stream().map(measure::applyAsDouble).toList();
    }
}
