package dev.eventfold.es.runtime.store.file;

import dev.eventfold.es.runtime.store.StreamId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The files beside a log that cannot be believed: damaged, of another store, or naming what is not there. */
final class StaleCaches {
    private StaleCaches() {}

    /**
     * Looks for them.
     *
     * @param storeId the store's id; null when nobody knows it
     * @param segments the first commits of the segments
     * @param claims what those say that can be read
     * @param versions how many events the streams of the log have
     */
    static List<String> in(
            Disk disk, @Nullable String storeId, List<Long> segments, Claims claims, ToLongFunction<StreamId> versions)
            throws IOException {
        List<String> stale = new ArrayList<>();
        for (String path : paths(disk)) {
            boolean readable = claims.claims().stream()
                    .anyMatch(
                            claim -> claim.file().equals(path) && claim.store().equals(storeId));
            boolean usable = switch (path) {
                case IndexFile.PATH -> isUsable(disk, segments);
                case SnapshotFile.PATH -> isUsable(disk, storeId, versions);
                default -> true;
            };
            if (!readable || !usable) {
                stale.add(path);
            }
        }
        return List.copyOf(stale);
    }

    private static boolean isUsable(Disk disk, List<Long> segments) throws IOException {
        var content = IndexFile.read(disk, segments);
        if (content.isPresent()) {
            content.get().files().close();
        }
        return content.isPresent();
    }

    private static boolean isUsable(Disk disk, @Nullable String storeId, ToLongFunction<StreamId> versions)
            throws IOException {
        SnapshotIndex index = new SnapshotIndex(storeId);
        try (DiskFile file = disk.openForReading(SnapshotFile.PATH)) {
            index.scan(file);
        }
        return index.bad() == 0 && index.isWithin(versions);
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
