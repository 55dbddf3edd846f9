package dev.eventfold.es.benchmarks.compile;

import dev.eventfold.es.benchmarks.harness.Length;

/**
 * How large a generated program is.
 *
 * @param aggregates aggregates, each in a package of its own
 * @param events events of each aggregate
 * @param commands commands of each aggregate
 * @param processManagers process managers, each of three reactions
 */
public record ProgramSize(int aggregates, int events, int commands, int processManagers) {
    private static final ProgramSize GOAL = new ProgramSize(500, 4, 2, 200);

    /**
     * The program of the goal: 500 aggregates, 2,000 events, 200 process managers. A small one for a smoke run.
     *
     * @param length the length of the run
     * @return the size
     */
    public static ProgramSize of(Length length) {
        return length.pick(new ProgramSize(5, 4, 2, 2), GOAL, GOAL);
    }
}
