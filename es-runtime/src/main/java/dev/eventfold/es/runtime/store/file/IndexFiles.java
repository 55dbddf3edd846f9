package dev.eventfold.es.runtime.store.file;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The files of the index: {@link IndexFile}, which is as large as the index, and what came behind it, part by part ({@link IndexPart}). */
final class IndexFiles {
    private IndexFiles() {}

    /**
     * What they say.
     *
     * @param content of all of them
     * @param reach how far they know the log
     * @param paths of those that go on from each other
     */
    record Found(IndexFile.Content content, IndexReach reach, List<String> paths) {
        Found {
            paths = List.copyOf(paths);
        }

        /** With what a part says more. */
        Found and(IndexFile.Content newContent, int crc, String path) {
            List<String> all = new ArrayList<>(paths);
            all.add(path);
            return new Found(newContent, reach.and(newContent.end(), crc), all);
        }
    }

    /**
     * Reads them, if they are of the log that is there.
     *
     * @param segments the first commits of the segments that are there
     * @return nothing when the log must be read
     */
    static Optional<Found> read(Disk disk, List<Long> segments) {
        try {
            return disk.exists(IndexFile.PATH) ? Optional.of(found(disk, segments)) : Optional.empty();
        } catch (IOException | BadLine e) {
            return Optional.empty();
        }
    }

    private static Found found(Disk disk, List<Long> segments) throws IOException, BadLine {
        Found found = IndexFile.read(disk);
        for (Optional<Found> next = Optional.of(found); next.isPresent(); ) {
            found = next.get();
            next = IndexPart.read(disk, found, segments.size());
        }
        found.content().files().requireWhole(segments, found.reach().end());
        return found;
    }

    /**
     * Writes more, durably; all that it says must be durable.
     *
     * @param before how far they know the log; null when there are none of use
     * @param closing whether the store is closed
     */
    static IndexReach write(Disk disk, IndexFile.Content content, @Nullable IndexReach before, boolean closing)
            throws IOException {
        if (before != null && !before.isWholeDue(content.end().position(), closing)) {
            return IndexPart.write(disk, content, before);
        }
        IndexReach reach = IndexFile.write(disk, content);
        IndexPart.deleteAll(disk);
        return reach;
    }

    /** All that are there, of use or not. */
    static List<String> paths(Disk disk) throws IOException {
        List<String> paths = new ArrayList<>(IndexPart.paths(disk));
        if (disk.exists(IndexFile.PATH)) {
            paths.add(IndexFile.PATH);
        }
        return paths;
    }

    /** What they say was fsynced, those of them that can be believed. */
    static List<Claims.Claim> claims(Disk disk) throws IOException {
        List<Claims.Claim> claims = new ArrayList<>();
        for (String path : paths(disk)) {
            claim(disk, path).ifPresent(claims::add);
        }
        return claims;
    }

    private static Optional<Claims.Claim> claim(Disk disk, String path) throws IOException {
        try (DiskFile file = disk.openForReading(path)) {
            LogScan.Start end = IndexHead.read(file).end();
            return Optional.of(new Claims.Claim(path, end.storeId(), end.commit()));
        } catch (BadLine | NoSuchFileException e) {
            return Optional.empty();
        }
    }
}
