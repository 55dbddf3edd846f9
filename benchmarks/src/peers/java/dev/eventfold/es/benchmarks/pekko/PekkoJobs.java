package dev.eventfold.es.benchmarks.pekko;

import dev.eventfold.es.benchmarks.harness.Job;
import dev.eventfold.es.benchmarks.harness.Peer;
import dev.eventfold.es.benchmarks.peer.PeerKind;
import java.util.List;

/** What Pekko Persistence can do of what we measure. */
public final class PekkoJobs implements Peer {
    private static final PeerKind PEKKO =
            new PeerKind("pekko", "Pekko", "Pekko Persistence on LevelDB", PekkoStore::open);

    /** For the service loader. */
    public PekkoJobs() {}

    @Override
    public List<Job> jobs() {
        return PEKKO.jobs();
    }
}
