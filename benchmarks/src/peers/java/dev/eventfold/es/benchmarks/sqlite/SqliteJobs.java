package dev.eventfold.es.benchmarks.sqlite;

import dev.eventfold.es.benchmarks.harness.Job;
import dev.eventfold.es.benchmarks.harness.Peer;
import dev.eventfold.es.benchmarks.peer.PeerKind;
import java.util.List;

/** What a table in SQLite can do of what we measure. */
public final class SqliteJobs implements Peer {
    private static final PeerKind SQLITE =
            new PeerKind("sqlite", "SQLite by hand", "a table in SQLite by hand", SqliteStore::open);

    /** For the service loader. */
    public SqliteJobs() {}

    @Override
    public List<Job> jobs() {
        return SQLITE.jobs();
    }
}
