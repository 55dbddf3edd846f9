package dev.eventfold.es.benchmarks.harness;

import java.util.List;

/** Whoever else does some of our jobs, beside us in the same rounds. Found by the service loader where it was compiled in. */
public interface Peer {
    /**
     * What it can do.
     *
     * @return the jobs, in the order of the report
     */
    List<Job> jobs();
}
