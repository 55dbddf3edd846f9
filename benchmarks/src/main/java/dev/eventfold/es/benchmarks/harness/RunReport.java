package dev.eventfold.es.benchmarks.harness;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

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

    /**
     * With the results of an earlier run of the same length for the jobs that are not in this one, so that a run may be made in pieces.
     *
     * @param earlier the earlier one
     * @param order the names of all jobs, in order
     * @return both
     */
    public RunReport with(RunReport earlier, List<String> order) {
        if (earlier.length() != length || !earlier.machine().equals(machine)) {
            return this;
        }
        Map<String, JobResult> byName = new HashMap<>();
        earlier.jobs().forEach(job -> byName.put(job.name(), job));
        jobs.forEach(job -> byName.put(job.name(), job));
        List<JobResult> all =
                order.stream().map(byName::get).filter(Objects::nonNull).toList();
        return new RunReport(machine, length, at, command, all);
    }

    boolean disturbed() {
        return jobs.stream().anyMatch(JobResult::disturbed);
    }
}
