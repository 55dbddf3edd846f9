package dev.eventfold.es.runtime.store.file;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Looks at eight bytes of an array at once: byte by byte, finding the end of a line took as long as checking the line. */
final class EightBytes {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;

    private EightBytes() {}

    /** Those from an offset on, of which there must be eight. */
    static long at(byte[] bytes, int offset) {
        return (long) LONG.get(bytes, offset);
    }

    /** A mark at each byte that is one of ASCII; of these only the {@link #first} can be believed. */
    static long equal(long eight, char ascii) {
        return below(eight ^ ascii * ONES, (char) 1);
    }

    /** A mark at each byte of ASCII below another; of these only the {@link #first} can be believed. */
    static long below(long eight, char ascii) {
        return (eight - ascii * ONES) & ~eight & HIGHS;
    }

    /** How many bytes are before the first mark, which there must be. */
    static int first(long marks) {
        return Long.numberOfTrailingZeros(marks) / Byte.SIZE;
    }
}
