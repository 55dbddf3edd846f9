package dev.eventfold.es.runtime.store.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Names one behind the other in large arrays, of which the first grows with what is in it, each behind its length. What was added stays as it is.
 * Not safe for use by several threads.
 */
final class NameArena {
    private static final int BITS = 16;
    private static final int CHUNK = 1 << BITS;
    private static final int FIRST = 1 << 10;
    private static final int LONGEST_PREFIX = 5;

    private byte[][] chunks = new byte[4][];
    private int chunk = -1;
    private int used = CHUNK;

    /** The same names; more of them may be added here, and none there. */
    NameArena snapshot() {
        NameArena snapshot = new NameArena();
        snapshot.chunks = chunks.clone();
        snapshot.chunk = chunk;
        snapshot.used = used;
        return snapshot;
    }

    /** Keeps a name, and gives the place where it is. */
    long add(byte[] name, int length) {
        int needed = length + LONGEST_PREFIX;
        if (used + needed > CHUNK) {
            beginChunk(needed);
        } else if (used + needed > chunks[chunk].length) {
            chunks[chunk] = Arrays.copyOf(chunks[chunk], Math.min(CHUNK, (used + needed) * 2));
        }
        byte[] target = chunks[chunk];
        long at = (long) chunk << BITS | used;
        int begin = writeLength(target, used, length);
        System.arraycopy(name, 0, target, begin, length);
        used = Math.min(CHUNK, begin + length);
        return at;
    }

    private void beginChunk(int needed) {
        chunk++;
        if (chunk == chunks.length) {
            chunks = Arrays.copyOf(chunks, chunks.length * 2);
        }
        chunks[chunk] = new byte[Math.max(chunk == 0 ? FIRST : CHUNK, needed)];
        used = 0;
    }

    /** Seven bits a byte, the lowest first; the highest bit says that more follow. */
    private static int writeLength(byte[] target, int from, int length) {
        int at = from;
        int rest = length;
        for (; rest >= 0x80; rest >>>= 7) {
            target[at++] = (byte) (rest | 0x80);
        }
        target[at++] = (byte) rest;
        return at;
    }

    void write(IndexOutput output) throws IOException {
        output.word(chunk + 1L);
        for (int n = 0; n <= chunk; n++) {
            int length = n == chunk && chunks[n].length <= CHUNK ? used : chunks[n].length;
            output.word(length).bytes(chunks[n], 0, length);
        }
    }

    static NameArena read(IndexInput input) throws IOException, BadLine {
        NameArena read = new NameArena();
        int count = (int) input.count(Long.BYTES);
        read.chunks = new byte[Math.max(4, count)][];
        for (int n = 0; n < count; n++) {
            int length = (int) Math.min(Integer.MAX_VALUE - 8, input.count(1));
            read.chunks[n] = new byte[n == 0 ? length : Math.max(CHUNK, length)];
            input.bytes(read.chunks[n], 0, length);
            read.used = Math.min(CHUNK, length);
        }
        read.chunk = count - 1;
        return read;
    }

    boolean equal(long at, byte[] name, int length) {
        byte[] bytes = bytes(at);
        int from = begin(at);
        return length(at) == length && Arrays.equals(bytes, from, from + length, name, 0, length);
    }

    boolean startsWith(long at, byte[] prefix) {
        byte[] bytes = bytes(at);
        int from = begin(at);
        return length(at) >= prefix.length
                && Arrays.equals(bytes, from, from + prefix.length, prefix, 0, prefix.length);
    }

    /** Its first byte; no name is empty. */
    byte first(long at) {
        return bytes(at)[begin(at)];
    }

    String text(long at) {
        return new String(bytes(at), begin(at), length(at), StandardCharsets.UTF_8);
    }

    /** The array that a name is in. */
    byte[] bytes(long at) {
        return chunks[(int) (at >>> BITS)];
    }

    /** Where a name begins there. */
    int begin(long at) {
        byte[] bytes = bytes(at);
        int from = (int) (at & CHUNK - 1);
        while (bytes[from] < 0) {
            from++;
        }
        return from + 1;
    }

    /** How many bytes a name has. */
    int length(long at) {
        byte[] bytes = bytes(at);
        int from = (int) (at & CHUNK - 1);
        int length = bytes[from] & 0x7F;
        for (int shift = 7; bytes[from] < 0; shift += 7) {
            from++;
            length |= (bytes[from] & 0x7F) << shift;
        }
        return length;
    }
}
