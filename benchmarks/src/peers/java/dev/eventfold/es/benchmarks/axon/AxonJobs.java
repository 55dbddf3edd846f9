package dev.eventfold.es.benchmarks.axon;

import dev.eventfold.es.benchmarks.harness.Job;
import dev.eventfold.es.benchmarks.harness.Peer;
import dev.eventfold.es.benchmarks.peer.PeerKind;
import java.util.List;
import java.util.stream.Stream;

/** What Axon can do of what we measure. */
public final class AxonJobs implements Peer {
    private static final PeerKind AXON = new PeerKind("axon", "Axon", "Axon on SQLite", AxonStore::open);

    /** For the service loader. */
    public AxonJobs() {}

    @Override
    public List<Job> jobs() {
        return Stream.concat(AXON.jobs().stream(), Stream.of(new AxonCatchUp())).toList();
    }
}
