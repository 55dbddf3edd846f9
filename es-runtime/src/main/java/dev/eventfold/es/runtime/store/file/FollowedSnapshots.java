package dev.eventfold.es.runtime.store.file;

import dev.eventfold.es.runtime.store.Snapshot;
import dev.eventfold.es.runtime.store.StreamId;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/** The snapshots of a log that somebody else may be writing. Changes nothing. Safe for use by any number of threads. */
final class FollowedSnapshots {
    private final Disk disk;
    private final String storeId;
    private SnapshotIndex index;
    private byte[] seal = {};

    FollowedSnapshots(Disk disk, String storeId) {
        this.disk = disk;
        this.storeId = storeId;
        this.index = new SnapshotIndex(storeId);
    }

    /** The newest snapshot of a stream, as the file is now. */
    synchronized Optional<Snapshot> find(StreamId stream) {
        try {
            return disk.exists(SnapshotFile.PATH) ? inFile(stream) : Optional.empty();
        } catch (IOException e) {
            throw Failures.of("reading a snapshot of " + stream + " failed", disk, e);
        }
    }

    private Optional<Snapshot> inFile(StreamId stream) throws IOException {
        try (DiskFile file = disk.openForReading(SnapshotFile.PATH)) {
            if (!Arrays.equals(seal, seal(file))) {
                index = new SnapshotIndex(storeId);
            }
            index.scan(file);
            seal = seal(file);
            return index.find(file, stream);
        }
    }

    /** What the last known line ends with: where another file was put in place of this one, it is something else. */
    private byte[] seal(DiskFile file) throws IOException {
        byte[] bytes = new byte[(int) Math.min(SnapshotLine.ENDING, index.end())];
        int read = file.read(index.end() - bytes.length, bytes, 0, bytes.length);
        return Arrays.copyOf(bytes, read);
    }
}
