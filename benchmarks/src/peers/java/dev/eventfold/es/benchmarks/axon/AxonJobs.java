package dev.eventfold.es.benchmarks.axon;

import dev.eventfold.es.benchmarks.harness.Job;
import dev.eventfold.es.benchmarks.harness.Peer;
import java.util.List;

/** What Axon can do of what we measure. */
public final class AxonJobs implements Peer {
    /** For the service loader. */
    public AxonJobs() {}

    @Override
    public List<Job> jobs() {
        return List.of(
                new AxonAppend(1, 1),
                new AxonAppend(1, 10_000),
                new AxonAppend(64, 1),
                new AxonAppend(64, 10_000),
                new AxonCatchUp(),
                new AxonLoad());
    }
}
