package dev.eventfold.es.runtime.store.file;

import dev.eventfold.es.runtime.store.StreamId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The files beside a log that cannot be believed: damaged, of another store, or naming what is not there. Looked at before the log is read, so that
 * they name nothing that comes later, though a writer goes on.
 *
 * @param paths all of them
 * @param damaged those that say what they are of, and are damaged further on
 * @param indexIsUsable whether the index is of the log
 * @param snapshots what the file of snapshots holds
 */
record StaleCaches(List<String> paths, List<String> damaged, boolean indexIsUsable, SnapshotIndex snapshots) {
    /** How often an index that does not fit the segments is looked at: a segment may have been begun in between. */
    private static final int ATTEMPTS = 3;

    StaleCaches {
        paths = List.copyOf(paths);
        damaged = List.copyOf(damaged);
    }

    /** Looks at them. */
    static StaleCaches look(Disk disk) throws IOException {
        List<String> paths = paths(disk);
        String storeId = storeId(disk);
        List<String> damaged = storeId == null ? List.of() : ProjectionFiles.damaged(disk, storeId);
        SnapshotIndex snapshots = new SnapshotIndex(storeId);
        if (paths.contains(SnapshotFile.PATH)) {
            try (DiskFile file = disk.openForReading(SnapshotFile.PATH)) {
                snapshots.scan(file);
            }
        }
        return new StaleCaches(paths, damaged, paths.contains(IndexFile.PATH) && isIndexUsable(disk), snapshots);
    }

    private static @Nullable String storeId(Disk disk) throws IOException {
        List<Long> segments = Directory.segments(disk);
        if (segments.isEmpty()) {
            return null;
        }
        try (DiskFile file = disk.openForReading(SegmentName.path(segments.get(0)))) {
            return SegmentHeader.read(file).store();
        } catch (BadLine bad) {
            return null;
        }
    }

    private static boolean isIndexUsable(Disk disk) throws IOException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var content = IndexFile.read(disk, Directory.segments(disk));
            if (content.isPresent()) {
                content.get().files().close();
                return true;
            }
        }
        return false;
    }

    /**
     * Those that cannot be believed.
     *
     * @param storeId the store's id; null when nobody knows it
     * @param claims what those say that can be read
     * @param versions how many events the streams of the log have
     */
    List<String> in(@Nullable String storeId, Claims claims, ToLongFunction<StreamId> versions) {
        List<String> stale = new ArrayList<>();
        for (String path : paths) {
            boolean readable = claims.claims().stream()
                    .anyMatch(
                            claim -> claim.file().equals(path) && claim.store().equals(storeId));
            boolean usable = switch (path) {
                case IndexFile.PATH -> indexIsUsable;
                case SnapshotFile.PATH -> snapshots.bad() == 0 && snapshots.isWithin(versions);
                default -> !damaged.contains(path);
            };
            if (!readable || !usable) {
                stale.add(path);
            }
        }
        return List.copyOf(stale);
    }

    /** All of them, whatever they hold. */
    static List<String> paths(Disk disk) throws IOException {
        List<String> paths = new ArrayList<>(Checkpoints.paths(disk));
        paths.addAll(ProjectionFiles.paths(disk));
        for (String path : List.of(Head.NAME, IndexFile.PATH, SnapshotFile.PATH)) {
            if (disk.exists(path)) {
                paths.add(path);
            }
        }
        return paths;
    }

    /** Deletes those that name a commit which the log does not hold any more, durably. */
    static void deleteBehind(Disk disk, long commit, Claims claims) throws IOException {
        for (Claims.Claim claim : claims.claims()) {
            if (claim.commit() > commit) {
                disk.delete(claim.file());
                disk.syncDirectory(
                        claim.file().substring(0, Math.max(0, claim.file().lastIndexOf('/'))));
            }
        }
    }
}
