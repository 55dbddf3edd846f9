package dev.eventfold.es.runtime.store.file;

/** Where a line is, in 56 bits: 20 for the number of its segment, from 1, and 36 for its offset. */
final class Location {
    private static final int OFFSET_BITS = 36;
    private static final int SEGMENT_BITS = 20;

    private Location() {}

    static long of(int segment, long offset) {
        if (segment >>> SEGMENT_BITS != 0 || offset >>> OFFSET_BITS != 0) {
            throw new IllegalStateException("the log is full: segment=" + segment + ", offset=" + offset);
        }
        return (long) segment << OFFSET_BITS | offset;
    }

    static int segment(long location) {
        return (int) (location >>> OFFSET_BITS & (1 << SEGMENT_BITS) - 1);
    }

    static long offset(long location) {
        return location & (1L << OFFSET_BITS) - 1;
    }
}
