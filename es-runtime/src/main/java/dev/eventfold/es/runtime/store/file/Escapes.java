package dev.eventfold.es.runtime.store.file;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Finds what a JSON string cannot hold as it is, eight bytes at a time: most strings have nothing of the kind. */
final class Escapes {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;
    private static final long QUOTES = '"' * ONES;
    private static final long BACKSLASHES = '\\' * ONES;
    private static final long SPACES = ' ' * ONES;

    private Escapes() {}

    /** The first quote, backslash or control character of UTF-8 from an offset on; the length when there is none. */
    static int next(byte[] utf8, int from) {
        int at = from;
        for (; at + Long.BYTES <= utf8.length; at += Long.BYTES) {
            long eight = (long) LONG.get(utf8, at);
            long found = below(eight, SPACES) | below(eight ^ QUOTES, ONES) | below(eight ^ BACKSLASHES, ONES);
            if (found != 0) {
                // The lowest high bit stands in the first byte that was looked for; those above it may be wrong.
                return at + Long.numberOfTrailingZeros(found) / Byte.SIZE;
            }
        }
        while (at < utf8.length && !isEscaped(utf8[at])) {
            at++;
        }
        return at;
    }

    /** High bits at bytes from 0 to below those of a word. */
    private static long below(long eight, long most) {
        return (eight - most) & ~eight & HIGHS;
    }

    private static boolean isEscaped(byte b) {
        return (b >= 0 && b < ' ') || b == '"' || b == '\\';
    }
}
