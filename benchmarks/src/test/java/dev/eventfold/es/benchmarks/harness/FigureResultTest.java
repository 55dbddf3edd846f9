package dev.eventfold.es.benchmarks.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FigureResultTest {
    private final Figure figure = Figure.of("commands", "1/s", "commands")
            .against("the probe", "probe")
            .atLeast(1500)
            .ratioAtLeast(2.5);

    @Test
    void a_ratio_is_the_median_of_the_ratios_of_the_rounds_not_a_ratio_of_medians() {
        List<Round> rounds = List.of(round(1000, 500), round(3000, 1000), round(2000, 250));

        FigureResult result = FigureResult.of(figure, rounds);

        assertThat(result.median()).isEqualTo(2000);
        assertThat(result.baselineMedian()).isEqualTo(500);
        assertThat(result.ratio()).isEqualTo(3);
        assertThat(result.least()).isEqualTo(1000);
        assertThat(result.most()).isEqualTo(3000);
    }

    @Test
    void a_goal_of_the_value_and_one_of_the_ratio_are_each_held_against_their_own() {
        FigureResult result = FigureResult.of(figure, List.of(round(2000, 1000)));

        assertThat(result.goals()).extracting(GoalResult::met).containsExactly(true, false);
        assertThat(result.goals()).extracting(goal -> goal.text("1/s")).containsExactly("≥ 1,500 1/s ✓", "≥ 2.50 × ✗");
    }

    @Test
    void the_margin_of_a_limit_from_above_is_its_inverse() {
        Goal goal = new Goal(Goal.Of.VALUE, Goal.Bound.AT_MOST, 100);

        assertThat(goal.margin(50)).isEqualTo(2);
        assertThat(goal.margin(200)).isEqualTo(0.5);
    }

    private static Round round(double commands, double probe) {
        Round round = new Round();
        round.record("commands", commands);
        round.record("probe", probe);
        return round;
    }
}
