package dev.eventfold.es.runtime.store.file;

import dev.eventfold.es.runtime.store.StreamId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The files beside a log that cannot be believed: damaged, of another store, or naming what is not there. Looked at before the log is read, so that
 * they name nothing that comes later, though a writer goes on.
 *
 * @param paths all of them
 * @param damaged those that say what they are of, and are damaged further on
 * @param index the files of the index that are of the log
 * @param snapshots how many events each snapshot is of
 */
record StaleCaches(List<String> paths, List<String> damaged, List<String> index, Map<StreamId, Long> snapshots) {
    /** How often an index that does not fit the segments is looked at: a segment may have been begun in between. */
    private static final int ATTEMPTS = 3;

    StaleCaches {
        paths = List.copyOf(paths);
        damaged = List.copyOf(damaged);
        index = List.copyOf(index);
        snapshots = Map.copyOf(snapshots);
    }

    /** Looks at them. */
    static StaleCaches look(Disk disk) throws IOException {
        List<String> paths = paths(disk);
        String storeId = storeId(disk);
        List<String> damaged = storeId == null ? List.of() : ProjectionFiles.damaged(disk, storeId);
        List<String> all = new ArrayList<>(damaged);
        Map<StreamId, Long> snapshots = new HashMap<>();
        if (paths.contains(SnapshotFile.PATH) && !isWhole(disk, storeId, snapshots)) {
            all.add(SnapshotFile.PATH);
        }
        return new StaleCaches(paths, all, index(disk), snapshots);
    }

    private static boolean isWhole(Disk disk, @Nullable String storeId, Map<StreamId, Long> snapshots)
            throws IOException {
        SnapshotIndex index =
                new SnapshotIndex(storeId, snapshot -> snapshots.put(snapshot.stream(), snapshot.version()));
        try (DiskFile file = disk.openForReading(SnapshotFile.PATH)) {
            index.scan(file);
        }
        return index.bad() == 0;
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

    private static List<String> index(Disk disk) throws IOException {
        for (int attempt = 0; attempt < ATTEMPTS && disk.exists(IndexFile.PATH); attempt++) {
            Optional<IndexFiles.Found> found = IndexFiles.read(disk, Directory.segments(disk));
            if (found.isPresent()) {
                found.get().content().files().close();
                return found.get().paths();
            }
        }
        return List.of();
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
            if (!readable || !isUsable(path, versions)) {
                stale.add(path);
            }
        }
        return List.copyOf(stale);
    }

    private boolean isUsable(String path, ToLongFunction<StreamId> versions) {
        if (path.startsWith(IndexFile.DIRECTORY + "/")) {
            return index.contains(path);
        }
        return !damaged.contains(path) && (!path.equals(SnapshotFile.PATH) || areWithin(versions));
    }

    /** Whether no stream has fewer events than its snapshot. */
    private boolean areWithin(ToLongFunction<StreamId> versions) {
        return snapshots.entrySet().stream()
                .allMatch(snapshot -> snapshot.getValue() <= versions.applyAsLong(snapshot.getKey()));
    }

    /** All of them, whatever they hold. */
    static List<String> paths(Disk disk) throws IOException {
        List<String> paths = new ArrayList<>(Checkpoints.paths(disk));
        paths.addAll(ProjectionFiles.paths(disk));
        paths.addAll(IndexFiles.paths(disk));
        for (String path : List.of(Head.NAME, SnapshotFile.PATH)) {
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
