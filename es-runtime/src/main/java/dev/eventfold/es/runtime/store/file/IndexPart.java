package dev.eventfold.es.runtime.store.file;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;

/**
 * A file {@code index/<commit>.index}: what came behind that commit, where {@link IndexFile} or another part ends. It names the head of that
 * file by its checksum, and is no index without it. Its events are those of the part; its rows, as they change, are all that there are.
 */
final class IndexPart {
    private static final String SUFFIX = ".index";

    private IndexPart() {}

    private static String name(long behind) {
        return SegmentName.digits(behind) + SUFFIX;
    }

    private static String path(long behind) {
        return IndexFile.DIRECTORY + "/" + name(behind);
    }

    /** Those that are there, of use or not. */
    static List<String> paths(Disk disk) throws IOException {
        return disk.list(IndexFile.DIRECTORY).stream()
                .filter(name -> name.endsWith(SUFFIX) && !name.equals(IndexFile.NAME))
                .map(name -> IndexFile.DIRECTORY + "/" + name)
                .toList();
    }

    /** Deletes all of them, and what an interrupted write has left, when the whole index knows what they know. */
    static void deleteAll(Disk disk) throws IOException {
        for (String name : disk.list(IndexFile.DIRECTORY)) {
            if (!name.equals(IndexFile.NAME)) {
                disk.delete(IndexFile.DIRECTORY + "/" + name);
            }
        }
    }

    /** Writes what comes behind others, durably. All that it says must be durable. */
    static IndexReach write(Disk disk, IndexFile.Content content, IndexReach before) throws IOException {
        LogScan.Start end = content.end();
        IndexHead head = IndexHead.of(before.crc(), end, disk);
        CacheFile.replace(disk, IndexFile.DIRECTORY, name(before.end().commit()), file -> {
            IndexOutput output = head.write(file);
            content.files().write(output, end.segment());
            content.index().writeBehind(before.end().position(), output);
            output.end();
        });
        return before.and(end, head.crc());
    }

    /**
     * Goes on from what was read.
     *
     * @param before used up when there is a part
     * @param segments how many there are
     * @return nothing when no part goes on from there
     * @throws BadLine when what it says does not go on from there, though it was written so
     */
    static Optional<IndexFiles.Found> read(Disk disk, IndexFiles.Found before, int segments)
            throws IOException, BadLine {
        String path = path(before.reach().end().commit());
        if (!disk.exists(path)) {
            return Optional.empty();
        }
        try (DiskFile file = disk.openForReading(path)) {
            Optional<IndexHead> head = head(disk, file, before.reach(), segments);
            return head.isEmpty() ? Optional.empty() : Optional.of(read(disk, file, head.get(), before, path));
        } catch (NoSuchFileException e) {
            return Optional.empty(); // whoever writes has made it a part of the whole
        }
    }

    private static IndexFiles.Found read(Disk disk, DiskFile file, IndexHead head, IndexFiles.Found before, String path)
            throws IOException, BadLine {
        LogScan.Start end = head.end();
        IndexInput input = head.input(file);
        SegmentFiles files = SegmentFiles.read(disk, input);
        LogIndex index = new LogIndex(before.content().index(), end.commit(), input);
        input.end();
        return before.and(new IndexFile.Content(end, index, files).checked(), head.crc(), path);
    }

    /** Its head, if all of it can be believed. */
    private static Optional<IndexHead> head(Disk disk, DiskFile file, IndexReach before, int segments)
            throws IOException {
        try {
            IndexHead head = IndexHead.read(file);
            LogScan.Start end = head.end();
            boolean goesOn = head.behind() == before.crc()
                    && end.storeId().equals(before.end().storeId());
            if (!goesOn || end.segment() > segments) {
                return Optional.empty();
            }
            head.requireIn(disk);
            head.input(file).requireWhole();
            return Optional.of(head);
        } catch (BadLine bad) {
            return Optional.empty();
        }
    }
}
