package dev.eventfold.es.test;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Steps, of which the last one leads to what must not be.
 *
 * @param steps all of them
 * @param violation what must not be
 */
record Scenario(List<Step> steps, Violation violation) {
    Scenario {
        steps = List.copyOf(steps);
    }

    /** Of steps as far as they are needed; null when they lead to nothing. */
    static <W> @Nullable Scenario of(Plan<W> plan, List<Step> steps) {
        SimulatedProgram<W> program = new SimulatedProgram<>(plan);
        for (int at = 0; at < steps.size(); at++) {
            Violation violation = program.take(steps.get(at));
            if (violation != null) {
                return new Scenario(steps.subList(0, at + 1), violation);
            }
        }
        return null;
    }
}
