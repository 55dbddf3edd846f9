package dev.eventfold.es.runtime.store.file;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Names one behind the other in large arrays, each behind its length. Not safe for use by several threads. */
final class NameArena {
    private static final int BITS = 16;
    private static final int CHUNK = 1 << BITS;

    private byte[][] chunks = new byte[4][];
    private int chunk = -1;
    private int used = CHUNK;

    /** Keeps a name, and gives the place where it is. */
    long add(byte[] name, int length) {
        int needed = length + 4;
        if (used + needed > CHUNK) {
            chunk++;
            if (chunk == chunks.length) {
                chunks = Arrays.copyOf(chunks, chunks.length * 2);
            }
            chunks[chunk] = new byte[Math.max(CHUNK, needed)];
            used = 0;
        }
        byte[] target = chunks[chunk];
        for (int n = 0; n < 4; n++) {
            target[used + n] = (byte) (length >>> (8 * n));
        }
        System.arraycopy(name, 0, target, used + 4, length);
        long at = (long) chunk << BITS | used;
        used = Math.min(CHUNK, used + needed);
        return at;
    }

    boolean equal(long at, byte[] name, int length) {
        byte[] bytes = chunks[(int) (at >>> BITS)];
        int from = (int) (at & CHUNK - 1);
        return length(bytes, from) == length && Arrays.equals(bytes, from + 4, from + 4 + length, name, 0, length);
    }

    boolean startsWith(long at, byte[] prefix) {
        byte[] bytes = chunks[(int) (at >>> BITS)];
        int from = (int) (at & CHUNK - 1);
        return length(bytes, from) >= prefix.length
                && Arrays.equals(bytes, from + 4, from + 4 + prefix.length, prefix, 0, prefix.length);
    }

    String text(long at) {
        byte[] bytes = chunks[(int) (at >>> BITS)];
        int from = (int) (at & CHUNK - 1);
        return new String(bytes, from + 4, length(bytes, from), StandardCharsets.UTF_8);
    }

    private static int length(byte[] bytes, int from) {
        int length = 0;
        for (int n = 0; n < 4; n++) {
            length |= (bytes[from + n] & 0xFF) << (8 * n);
        }
        return length;
    }
}
