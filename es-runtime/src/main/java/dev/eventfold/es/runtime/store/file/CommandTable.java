package dev.eventfold.es.runtime.store.file;

import java.util.function.LongPredicate;

/**
 * From the hash of a command, in its stream, to the position of its first event, in 8 bytes each: 28 bits of the hash, 36 of the position.
 * What is found must be compared with the event itself. Not safe for use by several threads.
 */
final class CommandTable {
    private static final int TAG_BITS = 28;
    private static final int POSITION_BITS = 64 - TAG_BITS;
    private static final long POSITION = (1L << POSITION_BITS) - 1;

    private long[] entries = new long[64];
    private int bits = 6;
    private int size;

    void add(long hash, long position) {
        if (position > POSITION) {
            throw new IllegalStateException("the log is full: position=" + position);
        }
        if (size > entries.length / 8 * 5) {
            grow();
        }
        place(hash >>> POSITION_BITS << POSITION_BITS | position);
        size++;
    }

    /** The first position under a hash that is the one meant; 0 when there is none. */
    long find(long hash, LongPredicate meant) {
        long tag = hash >>> POSITION_BITS;
        long first = 0;
        int mask = entries.length - 1;
        for (int slot = slot(tag); entries[slot] != 0; slot = slot + 1 & mask) {
            long position = entries[slot] & POSITION;
            if (entries[slot] >>> POSITION_BITS == tag && (first == 0 || position < first) && meant.test(position)) {
                first = position;
            }
        }
        return first;
    }

    private int slot(long tag) {
        return (int) (bits <= TAG_BITS ? tag >>> (TAG_BITS - bits) : tag << (bits - TAG_BITS));
    }

    private void place(long entry) {
        int mask = entries.length - 1;
        int slot = slot(entry >>> POSITION_BITS);
        while (entries[slot] != 0) {
            slot = slot + 1 & mask;
        }
        entries[slot] = entry;
    }

    private void grow() {
        long[] old = entries;
        entries = new long[old.length * 2];
        bits++;
        for (long entry : old) {
            if (entry != 0) {
                place(entry);
            }
        }
    }
}
