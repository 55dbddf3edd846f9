package dev.eventfold.es.runtime.store.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Reads what {@link IndexOutput} has written, and hands out nothing of a block before its checksum was right. Not safe for use by several
 * threads.
 */
final class IndexInput {
    private static final int HEAD = 2 * Integer.BYTES;

    private final DiskFile file;
    private final ByteBuffer block;
    private final long size;
    private long at;
    private int seal;

    /** As {@link IndexOutput#IndexOutput}. */
    IndexInput(DiskFile file, long at, int seal) throws IOException {
        this.file = file;
        this.size = file.size();
        this.at = at;
        this.seal = seal;
        this.block = ByteBuffer.allocate((int) Math.min(Math.max(size, HEAD), HEAD + IndexOutput.BLOCK))
                .order(ByteOrder.LITTLE_ENDIAN)
                .limit(0);
    }

    long word() throws IOException, BadLine {
        if (block.remaining() >= Long.BYTES) {
            return block.getLong();
        }
        if (block.hasRemaining()) {
            throw new BadLine("expected whole numbers in a block of the index");
        }
        fill();
        return word();
    }

    /** A number that is not negative, and below a bound. */
    int number(long bound) throws IOException, BadLine {
        long value = word();
        if (value < 0 || value >= bound || value > Integer.MAX_VALUE - 8) {
            throw new BadLine("expected a number below " + bound + ", not " + value);
        }
        return (int) value;
    }

    /** How many things follow that have at least so many bytes each. */
    long count(int bytes) throws IOException, BadLine {
        long value = word();
        if (value < 0 || value > (size - at + block.remaining()) / bytes) {
            throw new BadLine("expected no more than the file holds, not " + value);
        }
        return value;
    }

    void words(long[] into, int from, int count) throws IOException, BadLine {
        for (int done = 0; done < count; ) {
            if (block.remaining() < Long.BYTES) {
                into[from + done++] = word();
            } else {
                int some = Math.min(count - done, block.remaining() / Long.BYTES);
                block.asLongBuffer().get(into, from + done, some);
                block.position(block.position() + some * Long.BYTES);
                done += some;
            }
        }
    }

    void bytes(byte[] into, int from, int count) throws IOException, BadLine {
        for (int done = 0; done < count; ) {
            if (!block.hasRemaining()) {
                fill();
            }
            int some = Math.min(count - done, block.remaining());
            block.get(into, from + done, some);
            done += some;
        }
    }

    String text() throws IOException, BadLine {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    /** Bytes behind their number. */
    byte[] bytes() throws IOException, BadLine {
        byte[] bytes = new byte[(int) Math.min(Integer.MAX_VALUE - 8, count(1))];
        bytes(bytes, 0, bytes.length);
        return bytes;
    }

    /** Reads to the end, and hands out nothing: throws unless all of it is there as it was written. */
    void requireWhole() throws IOException, BadLine {
        int length;
        do {
            length = next();
        } while (length > 0);
        requireEnd();
    }

    /** Expects that nothing follows. */
    void end() throws IOException, BadLine {
        if (block.hasRemaining() || next() != 0) {
            throw new BadLine("expected the end of the index");
        }
        requireEnd();
    }

    private void requireEnd() throws BadLine {
        if (at != size) {
            throw new BadLine("expected the end of the index");
        }
    }

    private void fill() throws IOException, BadLine {
        if (next() == 0) {
            throw new BadLine("expected more of the index");
        }
    }

    private int next() throws IOException, BadLine {
        block.clear();
        int read = file.read(at, block.array(), 0, HEAD);
        int length = block.getInt(0);
        if (read < HEAD || length < 0 || length > block.capacity() - HEAD) {
            throw new BadLine("expected a block of the index");
        }
        read += file.read(at + HEAD, block.array(), HEAD, length);
        if (read < HEAD + length || block.getInt(Integer.BYTES) != IndexOutput.seal(seal, block.array(), length)) {
            throw new BadLine("expected another checksum of the index");
        }
        seal = block.getInt(Integer.BYTES);
        at += HEAD + length;
        block.position(HEAD).limit(HEAD + length);
        return length;
    }
}
