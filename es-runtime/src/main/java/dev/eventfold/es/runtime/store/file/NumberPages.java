package dev.eventfold.es.runtime.store.file;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A list of numbers that are not negative, each in the same few bytes, in pages: growing copies nothing, and a large one needs no large array.
 * Not safe for use by several threads.
 */
final class NumberPages {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int BITS = 12;
    private static final int PAGE = 1 << BITS;

    private final int width;
    private final long mask;
    private byte[][] pages = new byte[4][];
    private long size;

    /** Of numbers of so many bytes, 1 to 8. */
    NumberPages(int width) {
        this.width = width;
        this.mask = -1L >>> (Long.SIZE - Byte.SIZE * width);
    }

    long size() {
        return size;
    }

    void add(long value) {
        int page = Math.toIntExact(size >>> BITS);
        if (page == pages.length) {
            pages = Arrays.copyOf(pages, pages.length * 2);
        }
        if (pages[page] == null) {
            // Whoever reads the last number reads a whole long.
            pages[page] = new byte[PAGE * width + Long.BYTES - width];
        }
        size++;
        set(size - 1, value);
    }

    long get(long index) {
        return (long) LONG.get(pages[(int) (index >>> BITS)], at(index)) & mask;
    }

    void set(long index, long value) {
        if ((value & ~mask) != 0) {
            throw new IllegalStateException("the log is full: value=" + value + ", bytes=" + width);
        }
        byte[] page = pages[(int) (index >>> BITS)];
        int at = at(index);
        LONG.set(page, at, ((long) LONG.get(page, at) & ~mask) | value);
    }

    private int at(long index) {
        return (int) (index & (PAGE - 1)) * width;
    }
}
