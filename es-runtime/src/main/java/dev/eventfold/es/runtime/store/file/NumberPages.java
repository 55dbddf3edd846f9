package dev.eventfold.es.runtime.store.file;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A list of numbers that are not negative, each in the same few bytes, in pages: growing copies nothing but the first page, which is as small as
 * the list, and a large one needs no large array.
 * A snapshot shares the pages, and whoever changes one copies it before. Not safe for use by several threads.
 */
final class NumberPages {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int BITS = 12;
    private static final int PAGE = 1 << BITS;
    private static final int FIRST = 1 << 6;

    private final int width;
    private final long mask;
    private byte[][] pages = new byte[4][];
    private boolean[] shared = new boolean[4];
    private long size;

    /** Of numbers of so many bytes, 1 to 8. */
    NumberPages(int width) {
        this.width = width;
        this.mask = -1L >>> (Long.SIZE - Byte.SIZE * width);
    }

    private NumberPages(NumberPages shares) {
        width = shares.width;
        mask = shares.mask;
        pages = shares.pages.clone();
        shared = shares.shared.clone();
        size = shares.size;
    }

    /** The same numbers, whatever becomes of these. */
    NumberPages snapshot() {
        Arrays.fill(shared, true);
        return new NumberPages(this);
    }

    long size() {
        return size;
    }

    void add(long value) {
        int page = Math.toIntExact(size >>> BITS);
        if (page == pages.length) {
            pages = Arrays.copyOf(pages, pages.length * 2);
            shared = Arrays.copyOf(shared, pages.length);
        }
        if (pages[page] == null || pages[page].length < at(size) + Long.BYTES) {
            grow(page);
        }
        size++;
        set(size - 1, value);
    }

    private void grow(int page) {
        int numbers = page > 0 ? PAGE : Math.max(FIRST, (int) size * 2);
        byte[] larger = room(numbers);
        byte[] before = pages[page];
        if (before != null) {
            System.arraycopy(before, 0, larger, 0, before.length);
        }
        pages[page] = larger;
        shared[page] = false;
    }

    private byte[] room(int numbers) {
        // Whoever reads the last number reads a whole long.
        return new byte[Math.min(PAGE, numbers) * width + Long.BYTES - width];
    }

    long get(long index) {
        return (long) LONG.get(pages[(int) (index >>> BITS)], at(index)) & mask;
    }

    void set(long index, long value) {
        if ((value & ~mask) != 0) {
            throw new IllegalStateException("the log is full: value=" + value + ", bytes=" + width);
        }
        byte[] page = own((int) (index >>> BITS));
        int at = at(index);
        LONG.set(page, at, ((long) LONG.get(page, at) & ~mask) | value);
    }

    private byte[] own(int page) {
        if (shared[page]) {
            pages[page] = pages[page].clone();
            shared[page] = false;
        }
        return pages[page];
    }

    private int at(long index) {
        return (int) (index & (PAGE - 1)) * width;
    }

    void write(IndexOutput output) throws IOException {
        output.word(size);
        for (int page = 0; (long) page << BITS < size; page++) {
            output.bytes(pages[page], 0, filled(page) * width);
        }
    }

    /** Of numbers of so many bytes. */
    static NumberPages read(int width, IndexInput input) throws IOException, BadLine {
        NumberPages read = new NumberPages(width);
        read.size = input.count(width);
        int count = Math.toIntExact((read.size + PAGE - 1) >>> BITS);
        read.pages = new byte[Math.max(4, count)][];
        read.shared = new boolean[read.pages.length];
        for (int page = 0; page < count; page++) {
            read.pages[page] = read.room(page > 0 ? PAGE : read.filled(page));
            input.bytes(read.pages[page], 0, read.filled(page) * width);
        }
        return read;
    }

    /** How many numbers a page has. */
    private int filled(int page) {
        return (int) Math.min(PAGE, size - ((long) page << BITS));
    }
}
