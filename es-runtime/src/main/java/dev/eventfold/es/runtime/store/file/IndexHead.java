package dev.eventfold.es.runtime.store.file;

import static dev.eventfold.es.runtime.store.file.Line.ascii;

import java.io.IOException;
import java.util.Arrays;

/**
 * The first line of a file of the index: what it is of. Behind it comes what {@link IndexOutput} has written.
 *
 * @param behind the checksum in the head of the file that it goes on from; 0 when it is the whole index
 * @param end behind the last commit that it knows
 * @param seal the checksum of the last line before the end
 * @param crc that of this line, with which the blocks begin
 * @param length of this line, with its line break
 */
record IndexHead(int behind, LogScan.Start end, int seal, int crc, int length) {
    /** Another way of writing it has another number, and is no index to whoever does not know it. */
    private static final int FORMAT = 1;

    private static final int LONGEST_LINE = 512;

    private static final byte[] INDEX = ascii("{\"index\":");
    private static final byte[] BEHIND = ascii(",\"behind\":");
    private static final byte[] STORE = ascii(",\"store\":");
    private static final byte[] COMMIT = ascii(",\"c\":");
    private static final byte[] POSITION = ascii(",\"position\":");
    private static final byte[] SEGMENT = ascii(",\"segment\":");
    private static final byte[] FIRST = ascii(",\"first\":");
    private static final byte[] OFFSET = ascii(",\"offset\":");
    private static final byte[] SEAL = ascii(",\"seal\":");

    /**
     * Of what is to be written.
     *
     * @param behind the checksum in the head of the file that it goes on from; 0 when it is the whole index
     */
    static IndexHead of(int behind, LogScan.Start end, Disk disk) throws IOException {
        try {
            int seal = seal(disk, end);
            byte[] line = line(behind, end, seal);
            return new IndexHead(behind, end, seal, Checksum.value(line, line.length - 1), line.length);
        } catch (BadLine bad) {
            throw new IOException("the end of the log is not as it was written: " + bad.expected(), bad);
        }
    }

    /** Writes it into an empty file; what is to come behind it goes where it gives. */
    IndexOutput write(DiskFile file) throws IOException {
        byte[] line = line(behind, end, seal);
        file.write(0, line, 0, line.length);
        return new IndexOutput(file, length, crc);
    }

    private static byte[] line(int behind, LogScan.Start end, int seal) {
        LineBuffer line = new LineBuffer(256);
        line.raw(INDEX).number(FORMAT);
        if (behind != 0) {
            line.raw(BEHIND).raw('"').hex(behind).raw('"');
        }
        line.raw(STORE).string(end.storeId()).raw(COMMIT).number(end.commit());
        line.raw(POSITION).number(end.position()).raw(SEGMENT).number(end.segment());
        line.raw(FIRST).number(end.first()).raw(OFFSET).number(end.offset()).raw(SEAL);
        line.raw('"').hex(seal).raw('"');
        new Checksum(end.storeId()).close(line, 0);
        return line.raw('\n').toByteArray();
    }

    static IndexHead read(DiskFile file) throws IOException, BadLine {
        byte[] bytes = new byte[LONGEST_LINE];
        int length = file.read(0, bytes, 0, LONGEST_LINE);
        int to = 0;
        while (to < length && bytes[to] != '\n') {
            to++;
        }
        if (to == length) {
            throw new BadLine("expected a line");
        }
        return read(Arrays.copyOf(bytes, to));
    }

    private static IndexHead read(byte[] bytes) throws BadLine {
        LineParser line = new LineParser(bytes, 0, Math.max(0, bytes.length - Checksum.LENGTH));
        line.expect(INDEX);
        if (line.number() != FORMAT) {
            throw new BadLine("expected format " + FORMAT + " of the index");
        }
        int behind = line.skip(BEHIND) ? line.hex() : 0;
        line.expect(STORE);
        String store = line.string();
        new Checksum(store).check(bytes, 0, bytes.length);
        line.expect(COMMIT);
        long commit = line.number();
        line.expect(POSITION);
        long position = line.number();
        line.expect(SEGMENT);
        int segment = line.smallNumber();
        line.expect(FIRST);
        long first = line.number();
        line.expect(OFFSET);
        long offset = line.number();
        line.expect(SEAL);
        LogScan.Start end = new LogScan.Start(store, segment, first, offset, commit, position);
        return new IndexHead(behind, end, line.hex(), Checksum.value(bytes, bytes.length), bytes.length + 1);
    }

    /** Throws unless the log has the line with which this ends. */
    void requireIn(Disk disk) throws IOException, BadLine {
        if (seal(disk, end) != seal) {
            throw new BadLine("expected the index of another log");
        }
    }

    /** The checksum of the line that ends at a place in the log. */
    private static int seal(Disk disk, LogScan.Start end) throws IOException, BadLine {
        byte[] bytes = new byte[Checksum.LENGTH + 1];
        try (DiskFile file = disk.openForReading(SegmentName.path(end.first()))) {
            int read = file.read(Math.max(0, end.offset() - bytes.length), bytes, 0, bytes.length);
            if (read < bytes.length || bytes[Checksum.LENGTH] != '\n') {
                throw new BadLine("expected the end of a line");
            }
            return Checksum.value(bytes, Checksum.LENGTH);
        }
    }

    /** What is behind it, to be read. */
    IndexInput input(DiskFile file) throws IOException {
        return new IndexInput(file, length, crc);
    }
}
