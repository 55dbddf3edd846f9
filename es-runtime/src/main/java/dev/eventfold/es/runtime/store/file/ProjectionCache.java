package dev.eventfold.es.runtime.store.file;

import dev.eventfold.es.runtime.store.ProjectionCheckpoint;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What projections have come to, beside an open log. With {@code Durability.OS} a crash may take back what they have seen, so what they have
 * come to is held back until the log is durable: until it is closed. Safe for use by any number of threads.
 */
final class ProjectionCache {
    private final Disk disk;
    private final String storeId;
    private final Map<String, ProjectionCheckpoint> heldBack = new TreeMap<>();

    ProjectionCache(Disk disk, String storeId) {
        this.disk = disk;
        this.storeId = storeId;
    }

    /** What was written last. */
    Optional<ProjectionCheckpoint> read(String projection) {
        try {
            return ProjectionFiles.read(disk, storeId, projection);
        } catch (IOException e) {
            throw Failures.of("reading the checkpoint of projection " + projection + " failed", disk, e);
        }
    }

    /** Writes one at a position that is durable, when the log is fsynced that far. */
    synchronized void keep(String projection, ProjectionCheckpoint checkpoint, long durable, long synced) {
        if (!Checkpoints.isFileName(projection)) {
            return;
        }
        if (synced < durable) {
            heldBack.put(projection, checkpoint);
            return;
        }
        heldBack.remove(projection);
        try {
            ProjectionFiles.write(disk, storeId, synced, projection, checkpoint);
        } catch (IOException e) {
            throw Failures.of("writing the checkpoint of projection " + projection + " failed", disk, e);
        }
    }

    /** Writes those held back, now that all of the log is durable. */
    synchronized void writeHeldBack(long commit) throws IOException {
        for (Map.Entry<String, ProjectionCheckpoint> held : heldBack.entrySet()) {
            ProjectionFiles.write(disk, storeId, commit, held.getKey(), held.getValue());
        }
        heldBack.clear();
    }
}
