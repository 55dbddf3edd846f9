package dev.eventfold.es.runtime.store.file;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/** What the file of snapshots says was fsynced of the log: that is in its last line. */
final class SnapshotClaim {
    private SnapshotClaim() {}

    /** What it says, if that can be believed. */
    static Optional<Claims.Claim> of(Disk disk) throws IOException {
        if (!disk.exists(SnapshotFile.PATH)) {
            return Optional.empty();
        }
        try (DiskFile file = disk.openForReading(SnapshotFile.PATH)) {
            try {
                return Optional.of(last(file).claim());
            } catch (BadLine torn) {
                return lastWhole(file);
            }
        }
    }

    private static SnapshotLine last(DiskFile file) throws IOException, BadLine {
        long size = file.size();
        byte[] ending = read(file, Math.max(0, size - SnapshotLine.ENDING), SnapshotLine.ENDING);
        int to = ending.length - 1;
        if (to < 0 || ending[to] != '\n') {
            throw new BadLine("expected the end of a line");
        }
        int length = SnapshotLine.length(ending, to);
        if (length < SnapshotLine.ENDING || length > Math.min(size, SnapshotFile.LARGEST)) {
            throw new BadLine("expected another length");
        }
        byte[] line = read(file, size - length, length);
        return SnapshotLine.read(line, 0, line.length - 1);
    }

    private static byte[] read(DiskFile file, long at, int length) throws IOException {
        byte[] bytes = new byte[length];
        int read = file.read(at, bytes, 0, length);
        return read == length ? bytes : Arrays.copyOf(bytes, read);
    }

    private static Optional<Claims.Claim> lastWhole(DiskFile file) throws IOException {
        SnapshotIndex index = new SnapshotIndex(null);
        index.scan(file);
        return index.claim();
    }
}
