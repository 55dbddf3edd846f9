package dev.eventfold.es.runtime.store.file;

import java.io.IOException;
import java.util.List;

/**
 * The file {@code index/log.index}: the {@link LogIndex} of a log up to some commit, so that opening reads only what came behind it. A cache: it
 * is made again from the log when it is missing, damaged, or of another log than the one beside it. Its first line says what it is of; the rest
 * is of {@link IndexOutput}.
 */
final class IndexFile {
    static final String DIRECTORY = "index";
    static final String NAME = "log.index";
    static final String PATH = DIRECTORY + "/" + NAME;

    private IndexFile() {}

    /**
     * What an index says of the log, taken from it.
     *
     * @param end behind the last commit that it knows
     * @param index the index itself
     * @param files the segments up to there, and where they end
     */
    record Content(LogScan.Start end, LogIndex index, SegmentFiles files) {
        /** Throws unless the index ends where it should. */
        Content checked() throws BadLine {
            if (index.head() != end.position()) {
                throw new BadLine("expected position " + end.position() + ", not " + index.head());
            }
            return this;
        }
    }

    /** Replaces it, durably. All that it says must be durable. */
    static IndexReach write(Disk disk, Content content) throws IOException {
        LogScan.Start end = content.end();
        IndexHead head = IndexHead.of(0, end, disk);
        CacheFile.replace(disk, DIRECTORY, NAME, file -> {
            IndexOutput output = head.write(file);
            content.files().write(output, end.segment());
            content.index().write(output);
            output.end();
        });
        return new IndexReach(end, head.crc(), end.position(), 0);
    }

    /**
     * Reads it.
     *
     * @throws BadLine when it is not of the log that is there
     */
    static IndexFiles.Found read(Disk disk) throws IOException, BadLine {
        try (DiskFile file = disk.openForReading(PATH)) {
            IndexHead head = IndexHead.read(file);
            LogScan.Start end = head.end();
            head.requireIn(disk);
            IndexInput input = head.input(file);
            SegmentFiles files = SegmentFiles.read(disk, input);
            LogIndex index = new LogIndex(end.storeId(), end.commit(), input);
            input.end();
            Content content = new Content(end, index, files).checked();
            return new IndexFiles.Found(content, new IndexReach(end, head.crc(), end.position(), 0), List.of(PATH));
        }
    }
}
