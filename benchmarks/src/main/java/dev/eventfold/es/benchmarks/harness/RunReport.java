package dev.eventfold.es.benchmarks.harness;

import java.time.Instant;
import java.util.List;

/**
 * A whole run.
 *
 * @param machine where
 * @param length how long
 * @param at when it began
 * @param command what was typed
 * @param jobs what came of the jobs
 */
public record RunReport(Machine machine, Length length, Instant at, String command, List<JobResult> jobs) {
    /** Copies. */
    public RunReport {
        jobs = List.copyOf(jobs);
    }

    boolean disturbed() {
        return jobs.stream().anyMatch(JobResult::disturbed);
    }
}
