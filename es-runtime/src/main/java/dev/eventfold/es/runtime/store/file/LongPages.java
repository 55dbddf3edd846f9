package dev.eventfold.es.runtime.store.file;

import java.util.Arrays;

/** A list of numbers that grows by pages, so that growing copies nothing and a large one needs no large array. */
final class LongPages {
    private static final int BITS = 13;
    private static final int PAGE = 1 << BITS;

    private long[][] pages = new long[4][];
    private long size;

    long size() {
        return size;
    }

    void add(long value) {
        int page = Math.toIntExact(size >>> BITS);
        if (page == pages.length) {
            pages = Arrays.copyOf(pages, pages.length * 2);
        }
        if (pages[page] == null) {
            pages[page] = new long[PAGE];
        }
        pages[page][(int) (size & PAGE - 1)] = value;
        size++;
    }

    long get(long index) {
        return pages[(int) (index >>> BITS)][(int) (index & PAGE - 1)];
    }

    void set(long index, long value) {
        pages[(int) (index >>> BITS)][(int) (index & PAGE - 1)] = value;
    }
}
