package dev.eventfold.es.runtime.store.file;

import static dev.eventfold.es.runtime.store.file.Line.ascii;

import java.io.IOException;
import java.time.Instant;

/**
 * The first line of a segment.
 *
 * @param segment counts the segments, from 1
 * @param format the format of the log
 * @param store the store's id
 * @param first the position that its first event has, or would have
 * @param commit its first commit, which is in its name too
 * @param at when it was begun
 */
record SegmentHeader(int segment, long format, String store, long first, long commit, Instant at) {
    /** The format that is written, and the only one that is read. */
    static final long FORMAT = 1;

    /** No header has more bytes. */
    static final int LONGEST = 512;

    private static final byte[] SEGMENT = ascii("{\"segment\":");
    private static final byte[] FORMAT_FIELD = ascii(",\"format\":");
    private static final byte[] STORE = ascii(",\"store\":");
    private static final byte[] FIRST = ascii(",\"first\":");
    private static final byte[] COMMIT = ascii(",\"commit\":");
    private static final byte[] AT = ascii(",\"at\":");

    SegmentHeader(int segment, String store, long first, long commit, Instant at) {
        this(segment, FORMAT, store, first, commit, at);
    }

    /** The line with its line break. */
    byte[] line() {
        LineBuffer line = new LineBuffer(160);
        line.raw(SEGMENT).number(segment).raw(FORMAT_FIELD).number(format);
        line.raw(STORE)
                .string(store)
                .raw(FIRST)
                .number(first)
                .raw(COMMIT)
                .number(commit)
                .raw(AT);
        Instants.write(line, at);
        new Checksum(store).close(line, 0);
        return line.raw('\n').toByteArray();
    }

    /** Whether a file may be left of a header whose write was interrupted: some of its beginning, and room that was not filled. */
    static boolean mayBeTorn(DiskFile file) throws IOException {
        byte[] content = new byte[SEGMENT.length];
        int length = file.read(0, content, 0, content.length);
        for (int at = 0; at < length; at++) {
            if (content[at] != SEGMENT[at] && content[at] != 0) {
                return false;
            }
        }
        return true;
    }

    /** Reads the first line of a file. */
    static SegmentHeader read(DiskFile file) throws IOException, BadLine {
        byte[] bytes = new byte[LONGEST];
        int length = file.read(0, bytes, 0, LONGEST);
        for (int to = 0; to < length; to++) {
            if (bytes[to] == '\n') {
                return read(bytes, 0, to);
            }
        }
        throw new BadLine("expected the header of a segment");
    }

    /** Reads a line without its line break. Of another format only the format and the store are read. */
    static SegmentHeader read(byte[] bytes, int from, int to) throws BadLine {
        LineParser line = new LineParser(bytes, from, Math.max(from, to - Checksum.LENGTH));
        line.expect(SEGMENT);
        int segment = line.smallNumber();
        line.expect(FORMAT_FIELD);
        long format = line.number();
        line.expect(STORE);
        String store = line.string();
        new Checksum(store).check(bytes, from, to);
        if (format != FORMAT) {
            return new SegmentHeader(segment, format, store, 0, 0, Instant.EPOCH);
        }
        line.expect(FIRST);
        long first = line.number();
        line.expect(COMMIT);
        long commit = line.number();
        line.expect(AT);
        return new SegmentHeader(segment, format, store, first, commit, Instants.read(line));
    }
}
