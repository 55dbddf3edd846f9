package dev.eventfold.es.benchmarks.peer;

import dev.eventfold.es.benchmarks.harness.Job;
import java.nio.file.Path;
import java.util.List;

/**
 * A peer, and how its stores are opened.
 *
 * @param prefix what its jobs' names begin with
 * @param name what people read
 * @param title its name and what it writes to
 * @param opening opens a store
 */
public record PeerKind(String prefix, String name, String title, Opening opening) {
    private static final int FEW = 1;
    private static final int MANY = 10_000;

    /** Opens stores. */
    public interface Opening {
        /**
         * Opens a store, which knows the state of no source.
         *
         * @param directory where; begun if it is empty
         * @param durable whether each event is on the disk when the call returns; else nobody waits for that
         * @return the store
         * @throws Exception when that fails
         */
        PeerStore open(Path directory, boolean durable) throws Exception;
    }

    /**
     * What every peer does: single commands of one caller and of many, over one source and many; and a long history, folded.
     *
     * @return the jobs
     */
    public List<Job> jobs() {
        return List.of(
                new PeerAppend(this, 1, FEW),
                new PeerAppend(this, 1, MANY),
                new PeerAppend(this, 64, FEW),
                new PeerAppend(this, 64, MANY),
                new PeerLoad(this));
    }
}
