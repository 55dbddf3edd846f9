package dev.eventfold.es.runtime.store.file;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Finds the ends of lines, eight bytes at a time: byte by byte it took as long as checking the line. */
final class LineBreaks {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;
    private static final long BREAKS = '\n' * ONES;

    private LineBreaks() {}

    /** The first line break from one offset up to another; -1 when there is none. */
    static int find(byte[] bytes, int from, int to) {
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            long zeroWhereBreak = (long) LONG.get(bytes, at) ^ BREAKS;
            // The lowest high bit stands in the first byte that is zero; those above it may be wrong.
            long found = (zeroWhereBreak - ONES) & ~zeroWhereBreak & HIGHS;
            if (found != 0) {
                return at + Long.numberOfTrailingZeros(found) / Byte.SIZE;
            }
        }
        for (; at < to; at++) {
            if (bytes[at] == '\n') {
                return at;
            }
        }
        return -1;
    }
}
