package dev.eventfold.es.runtime.store.file;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/**
 * The end of every line: {@code ,"crc":"xxxxxxxx"} and a brace, CRC32C over the store's id and then the line up to there. The id is in it so that a
 * line of another store, or of an earlier life of the same blocks, is no line of this one.
 */
final class Checksum {
    /** The bytes from {@code ,"crc"} to the end of the line. */
    static final int LENGTH = 18;

    private static final byte[] FIELD = ",\"crc\":".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CLOSE = {'}'};

    private final byte[] storeId;

    Checksum(String storeId) {
        this.storeId = storeId.getBytes(StandardCharsets.UTF_8);
    }

    /** Closes the line that begins at an offset. */
    void close(LineBuffer line, int from) {
        int crc = of(line.array(), from, line.length());
        line.raw(FIELD).raw('"').hex(crc).raw('"').raw(CLOSE);
    }

    /**
     * Checks a line without its line break.
     *
     * @return where the checked part ends
     */
    int check(byte[] bytes, int from, int to) throws BadLine {
        int end = to - LENGTH;
        if (end < from) {
            throw new BadLine("expected a line with a checksum");
        }
        LineParser tail = new LineParser(bytes, end, to);
        tail.expect(FIELD);
        if (tail.hex() != of(bytes, from, end)) {
            throw new BadLine("expected another checksum");
        }
        tail.expect(CLOSE);
        return end;
    }

    /** The checksum that a line says it has which ends somewhere, without its line break. */
    static int value(byte[] bytes, int to) throws BadLine {
        LineParser tail = new LineParser(bytes, Math.max(0, to - LENGTH), to);
        tail.expect(FIELD);
        return tail.hex();
    }

    private int of(byte[] bytes, int from, int to) {
        CRC32C crc = new CRC32C();
        crc.update(storeId);
        crc.update(bytes, from, to - from);
        return (int) crc.getValue();
    }
}
