package dev.eventfold.es.benchmarks;

import dev.eventfold.es.benchmarks.harness.Job;
import dev.eventfold.es.benchmarks.jobs.CompileCost;
import dev.eventfold.es.benchmarks.jobs.RawLimits;
import java.util.List;

/** Every job, in the order of the report. */
final class Catalogue {
    private Catalogue() {}

    static List<Job> jobs() {
        return List.of(new RawLimits(), new CompileCost());
    }

    static Job job(String name) {
        return jobs().stream()
                .filter(job -> job.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
