package dev.eventfold.es.runtime.store.file;

import dev.eventfold.es.runtime.StoreFailed;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Copies a log up to a commit that is in its files, while others go on writing behind that. The head comes first: a copy that was broken off
 * does not reach what its head names, and is refused.
 */
final class Backup {
    private final Disk from;
    private final Disk to;

    private Backup(Disk from, Disk to) {
        this.from = from;
        this.to = to;
    }

    /**
     * Copies, durably.
     *
     * @param content how far, and the index up to there; null when there is no segment
     */
    static void write(Disk from, Path directory, IndexFile.@Nullable Content content) {
        RealDisk to = new RealDisk(directory);
        try {
            from.requireApart(directory);
            to.createRoot();
        } catch (IOException e) {
            throw Failures.of("writing the backup failed", to, e);
        }
        write(from, to, content);
    }

    static void write(Disk from, Disk to, IndexFile.@Nullable Content content) {
        try {
            if (!to.list("").isEmpty()) {
                throw new StoreFailed("a backup needs an empty directory: directory=" + to.directory(), null);
            }
            if (content != null) {
                new Backup(from, to).copy(content);
            }
        } catch (IOException e) {
            throw Failures.of("writing the backup failed", to, e);
        }
    }

    private void copy(IndexFile.Content content) throws IOException {
        writeHead(content.end());
        to.createDirectory(SegmentName.DIRECTORY);
        SegmentFiles files = content.files();
        int last = content.end().segment();
        for (int segment = 1; segment <= last; segment++) {
            long length = segment < last ? files.length(segment) : content.end().offset();
            copy(SegmentName.path(files.firstCommit(segment)), length);
        }
        to.syncDirectory(SegmentName.DIRECTORY);
        IndexFile.write(to, content);
    }

    private void writeHead(LogScan.Start end) throws IOException {
        Head head = new Head(end.storeId(), end.commit(), end.position(), SegmentName.of(end.first()), end.offset());
        try (DiskFile file = to.openForWriting(Head.NAME)) {
            head.write(file);
            file.sync();
        }
        to.syncDirectory("");
    }

    private void copy(String path, long length) throws IOException {
        try (DiskFile source = from.openForReading(path);
                DiskFile target = to.openForWriting(path)) {
            KeptAside.copy(source, 0, target, 0, length);
            target.sync();
        }
    }
}
