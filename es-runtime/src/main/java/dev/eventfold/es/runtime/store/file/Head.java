package dev.eventfold.es.runtime.store.file;

import static dev.eventfold.es.runtime.store.file.Line.ascii;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/**
 * What {@code head.json} holds: how far the log was fsynced when it was last written. One line of {@value #SIZE} bytes, written over the
 * last one in place.
 *
 * @param store the store's id
 * @param commit the highest commit whose fsync had returned
 * @param position the last position in it
 * @param file the name of its segment
 * @param offset where it ends
 */
record Head(String store, long commit, long position, String file, long offset) {
    static final String NAME = "head.json";

    static final int SIZE = 256;

    private static final byte[] STORE = ascii("{\"store\":");
    private static final byte[] COMMIT = ascii(",\"c\":");
    private static final byte[] POSITION = ascii(",\"position\":");
    private static final byte[] FILE = ascii(",\"file\":");
    private static final byte[] OFFSET = ascii(",\"offset\":");

    void write(DiskFile into) throws IOException {
        LineBuffer line = new LineBuffer(SIZE);
        line.raw(STORE).string(store).raw(COMMIT).number(commit).raw(POSITION).number(position);
        line.raw(FILE).string(file).raw(OFFSET).number(offset);
        new Checksum(store).close(line, 0);
        into.write(0, line.spaces(SIZE - 1).raw('\n').array(), 0, SIZE);
    }

    /** Reads it; nothing when it is missing or was not written so. */
    static Optional<Head> read(Disk disk) throws IOException {
        if (!disk.exists(NAME)) {
            return Optional.empty();
        }
        byte[] bytes = new byte[SIZE];
        try (DiskFile file = disk.openForReading(NAME)) {
            int length = file.read(0, bytes, 0, SIZE);
            return Optional.of(read(Arrays.copyOf(bytes, length)));
        } catch (BadLine bad) {
            return Optional.empty();
        }
    }

    private static Head read(byte[] bytes) throws BadLine {
        int to = bytes.length;
        while (to > 0 && bytes[to - 1] <= ' ' && bytes[to - 1] >= 0) {
            to--;
        }
        LineParser line = new LineParser(bytes, 0, Math.max(0, to - Checksum.LENGTH));
        line.expect(STORE);
        String store = line.string();
        new Checksum(store).check(bytes, 0, to);
        line.expect(COMMIT);
        long commit = line.number();
        line.expect(POSITION);
        long position = line.number();
        line.expect(FILE);
        String file = line.string();
        line.expect(OFFSET);
        return new Head(store, commit, position, file, line.number());
    }
}
