package dev.eventfold.es.runtime.store.file;

import static dev.eventfold.es.runtime.store.file.Line.ascii;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The file {@code index/log.index}: the {@link LogIndex} of a log up to some commit, so that opening reads only what came behind it. A cache: it
 * is made again from the log when it is missing, damaged, or of another log than the one beside it. Its first line says what it is of; the rest
 * is of {@link IndexOutput}.
 *
 * @param end behind the last commit that it knows
 * @param seal the checksum of the last line before the end
 * @param crc that of this line, with which the blocks begin
 */
record IndexFile(LogScan.Start end, int seal, int crc) {
    static final String DIRECTORY = "index";
    static final String NAME = "log.index";
    static final String PATH = DIRECTORY + "/" + NAME;

    /** Another way of writing it has another number, and is no index to whoever does not know it. */
    private static final int FORMAT = 1;

    private static final int LONGEST_LINE = 512;

    private static final byte[] INDEX = ascii("{\"index\":");
    private static final byte[] STORE = ascii(",\"store\":");
    private static final byte[] COMMIT = ascii(",\"c\":");
    private static final byte[] POSITION = ascii(",\"position\":");
    private static final byte[] SEGMENT = ascii(",\"segment\":");
    private static final byte[] FIRST = ascii(",\"first\":");
    private static final byte[] OFFSET = ascii(",\"offset\":");
    private static final byte[] SEAL = ascii(",\"seal\":");

    /**
     * What an index says of the log, taken from it.
     *
     * @param end behind the last commit that it knows
     * @param index the index itself
     * @param files the segments up to there, and where they end
     */
    record Content(LogScan.Start end, LogIndex index, SegmentFiles files) {}

    /** Replaces it, durably. All that it says must be durable. */
    static void write(Disk disk, Content content) throws IOException {
        try {
            byte[] line = line(content.end(), seal(disk, content.end()));
            CacheFile.replace(disk, DIRECTORY, NAME, file -> {
                file.write(0, line, 0, line.length);
                IndexOutput output = new IndexOutput(file, line.length, Checksum.value(line, line.length - 1));
                content.files().write(output, content.end().segment());
                content.index().write(output);
                output.end();
            });
        } catch (BadLine bad) {
            throw new IOException("the end of the log is not as it was written: " + bad.expected(), bad);
        }
    }

    private static byte[] line(LogScan.Start end, int seal) {
        LineBuffer line = new LineBuffer(256);
        line.raw(INDEX)
                .number(FORMAT)
                .raw(STORE)
                .string(end.storeId())
                .raw(COMMIT)
                .number(end.commit());
        line.raw(POSITION).number(end.position()).raw(SEGMENT).number(end.segment());
        line.raw(FIRST).number(end.first()).raw(OFFSET).number(end.offset()).raw(SEAL);
        line.raw('"').hex(seal).raw('"');
        new Checksum(end.storeId()).close(line, 0);
        return line.raw('\n').toByteArray();
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

    /** What the file says was fsynced, if it can be believed. */
    static Optional<Claims.Claim> claim(Disk disk) throws IOException {
        if (!disk.exists(PATH)) {
            return Optional.empty();
        }
        try (DiskFile file = disk.openForReading(PATH)) {
            LogScan.Start end = head(file).end();
            return Optional.of(new Claims.Claim(PATH, end.storeId(), end.commit()));
        } catch (BadLine bad) {
            return Optional.empty();
        }
    }

    /**
     * Reads it, if it is of the log that is there.
     *
     * @param segments the first commits of the segments that are there
     * @return nothing when the log must be read
     */
    static Optional<Content> read(Disk disk, List<Long> segments) {
        try {
            return disk.exists(PATH) ? Optional.of(content(disk, segments)) : Optional.empty();
        } catch (IOException | BadLine e) {
            return Optional.empty();
        }
    }

    private static Content content(Disk disk, List<Long> segments) throws IOException, BadLine {
        try (DiskFile file = disk.openForReading(PATH)) {
            IndexFile head = head(file);
            LogScan.Start end = head.end();
            if (seal(disk, end) != head.seal()) {
                throw new BadLine("expected the index of another log");
            }
            IndexInput input = new IndexInput(file, line(end, head.seal()).length, head.crc());
            SegmentFiles files = SegmentFiles.read(disk, input);
            try {
                files.requireWhole(segments, end);
                LogIndex index = new LogIndex(end.storeId(), end.commit(), input);
                input.end();
                if (index.head() != end.position()) {
                    throw new BadLine("expected position " + end.position() + ", not " + index.head());
                }
                return new Content(end, index, files);
            } catch (IOException | BadLine e) {
                files.close();
                throw e;
            }
        }
    }

    private static IndexFile head(DiskFile file) throws IOException, BadLine {
        byte[] bytes = new byte[LONGEST_LINE];
        int length = file.read(0, bytes, 0, LONGEST_LINE);
        int to = 0;
        while (to < length && bytes[to] != '\n') {
            to++;
        }
        if (to == length) {
            throw new BadLine("expected a line");
        }
        return head(Arrays.copyOf(bytes, to));
    }

    private static IndexFile head(byte[] bytes) throws BadLine {
        LineParser line = new LineParser(bytes, 0, Math.max(0, bytes.length - Checksum.LENGTH));
        line.expect(INDEX);
        if (line.number() != FORMAT) {
            throw new BadLine("expected format " + FORMAT + " of the index");
        }
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
        return new IndexFile(end, line.hex(), Checksum.value(bytes, bytes.length));
    }
}
