package dev.eventfold.es.runtime.store.file;

import dev.eventfold.es.runtime.StoreFailed;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The headers of the segments of one log, as a scan comes to them: each must follow the one before it. Not safe for use by several threads. */
final class ScannedHeaders {
    private final Disk disk;
    private @Nullable String storeId;
    private @Nullable Checksum checksum;
    private int segments;

    /** Before the first segment. */
    ScannedHeaders(Disk disk) {
        this.disk = disk;
    }

    /** In a segment whose header is known. */
    void startIn(String store, int segment) {
        storeId = store;
        checksum = new Checksum(store);
        segments = segment;
    }

    /** What the next one should say. */
    SegmentHeader next(long firstCommit, long firstPosition) {
        String store = storeId == null ? StoreId.EXAMPLE : storeId;
        return new SegmentHeader(segments + 1, store, firstPosition, firstCommit, Instant.EPOCH);
    }

    /**
     * Reads the next one.
     *
     * @param expected as {@link #next} says
     * @throws StoreFailed when a newer version wrote it
     * @throws BadLine when it is another, or none
     */
    SegmentHeader read(SegmentLines lines, SegmentHeader expected) throws IOException, BadLine {
        if (!lines.next() || !lines.terminated()) {
            throw new BadLine("expected the header of segment " + expected.segment());
        }
        SegmentHeader header = SegmentHeader.read(lines.bytes(), lines.from(), lines.to());
        requireKnownFormat(header, expected.commit());
        requireFollows(header, expected);
        startIn(header.store(), expected.segment());
        return header;
    }

    private void requireKnownFormat(SegmentHeader header, long firstCommit) {
        if (header.format() != SegmentHeader.FORMAT) {
            throw new StoreFailed(
                    "a newer version of eventfold-es wrote this log: directory=" + disk.directory() + ", file="
                            + SegmentName.of(firstCommit) + ", format=" + header.format() + ", known="
                            + SegmentHeader.FORMAT,
                    null);
        }
    }

    private void requireFollows(SegmentHeader header, SegmentHeader expected) throws BadLine {
        if (header.segment() != expected.segment()
                || header.first() != expected.first()
                || header.commit() != expected.commit()
                || (storeId != null && !storeId.equals(header.store()))) {
            throw new BadLine("expected the header of segment " + expected.segment() + " with position "
                    + expected.first() + " and commit " + expected.commit()
                    + (storeId == null ? "" : " of store " + storeId));
        }
    }

    /** The store's id; null when there was none. */
    @Nullable
    String storeId() {
        return storeId;
    }

    /** The sum of the store's lines; null when there was none. */
    @Nullable
    Checksum checksum() {
        return checksum;
    }

    /** How many there were. */
    int count() {
        return segments;
    }
}
