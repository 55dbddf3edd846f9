package dev.eventfold.es.runtime.store.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/**
 * Writes numbers and bytes into a file, block by block: the length of a block, a checksum, its content. The checksum is over that of the block
 * before as well, so that no block can be missing, or be of another file. Not safe for use by several threads.
 */
final class IndexOutput {
    static final int BLOCK = 1 << 18;

    private static final int HEAD = 2 * Integer.BYTES;
    private static final int FIRST = 1 << 12;

    private final DiskFile file;
    private ByteBuffer block = ByteBuffer.allocate(HEAD + FIRST).order(ByteOrder.LITTLE_ENDIAN);
    private long at;
    private int seal;

    /**
     * From an offset on.
     *
     * @param seal the checksum of what is before
     */
    IndexOutput(DiskFile file, long at, int seal) {
        this.file = file;
        this.at = at;
        this.seal = seal;
        block.position(HEAD);
    }

    IndexOutput word(long value) throws IOException {
        if (block.remaining() < Long.BYTES) {
            makeRoom();
        }
        block.putLong(value);
        return this;
    }

    /** Some words of an array. */
    IndexOutput words(long[] values, int from, int count) throws IOException {
        for (int n = from; n < from + count; n++) {
            word(values[n]);
        }
        return this;
    }

    IndexOutput bytes(byte[] values, int from, int count) throws IOException {
        for (int done = 0; done < count; ) {
            if (!block.hasRemaining()) {
                makeRoom();
            }
            int some = Math.min(count - done, block.remaining());
            block.put(values, from + done, some);
            done += some;
        }
        return this;
    }

    /** A text behind its length. */
    IndexOutput text(String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return word(utf8.length).bytes(utf8, 0, utf8.length);
    }

    /** A small index needs no large block. */
    private void makeRoom() throws IOException {
        int room = block.capacity() - HEAD;
        if (room == BLOCK) {
            flush();
        } else {
            block = ByteBuffer.allocate(HEAD + room * 2)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .put(block.flip());
        }
    }

    private void flush() throws IOException {
        int length = block.position() - HEAD;
        seal = seal(seal, block.array(), length);
        block.putInt(0, length).putInt(Integer.BYTES, seal);
        file.write(at, block.array(), 0, block.position());
        at += block.position();
        block.position(HEAD);
    }

    /** The checksum of a block of a length, behind another one. */
    static int seal(int before, byte[] block, int length) {
        CRC32C crc = new CRC32C();
        crc.update(ByteBuffer.allocate(HEAD).putInt(before).putInt(length).flip());
        crc.update(block, HEAD, length);
        return (int) crc.getValue();
    }

    /** Writes what is left, and an empty block: nothing comes behind it. */
    void end() throws IOException {
        if (block.position() > HEAD) {
            flush();
        }
        flush();
    }
}
