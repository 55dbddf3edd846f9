package dev.eventfold.es.runtime.store.file;

import java.util.Arrays;
import java.util.function.LongPredicate;

/**
 * From the hash of a row's name to the commit and the place of its newest line, in 16 bytes each: 32 bits of the hash, 40 of the commit, 56
 * of the {@link Location}. What is found by the hash alone must be compared with the line itself. Not safe for use by several threads.
 */
final class RowTable {
    /** What {@link #find} gives when there is no such row. */
    static final int NONE = -1;

    private static final int COMMIT_BITS = 40;
    private static final long COMMIT = (1L << COMMIT_BITS) - 1;
    private static final int PLACE_BITS = 56;
    private static final long PLACE = (1L << PLACE_BITS) - 1;

    /** Two words for each slot; the second is never 0 in one that is taken. */
    private long[] words = new long[128];

    private int bits = 6;
    private int size;

    int size() {
        return size;
    }

    /** The slot of the row under a hash that is the one meant, by the location of its line. */
    int find(long hash, LongPredicate meant) {
        int tag = tag(hash);
        for (int slot = home(tag); words[2 * slot + 1] != 0; slot = next(slot)) {
            if (tagOf(slot) == tag && meant.test(location(slot))) {
                return slot;
            }
        }
        return NONE;
    }

    /** The slot of the row under a hash that a commit wrote; compares the line only where this leaves two. */
    int find(long hash, long commit, LongPredicate meant) {
        int tag = tag(hash);
        int found = NONE;
        for (int slot = home(tag); words[2 * slot + 1] != 0; slot = next(slot)) {
            if (tagOf(slot) == tag && commit(slot) == commit) {
                if (found != NONE) {
                    return find(hash, meant);
                }
                found = slot;
            }
        }
        return found;
    }

    long commit(int slot) {
        return words[2 * slot] & COMMIT;
    }

    long location(int slot) {
        return words[2 * slot + 1] & PLACE;
    }

    /** Where every row is, ascending. */
    long[] locations() {
        long[] locations = new long[size];
        int found = 0;
        for (int slot = 0; slot < 1 << bits; slot++) {
            if (words[2 * slot + 1] != 0) {
                locations[found++] = location(slot);
            }
        }
        Arrays.sort(locations);
        return locations;
    }

    void add(long hash, long commit, long location) {
        if (commit > COMMIT) {
            throw new IllegalStateException("the log is full: commit=" + commit);
        }
        if (size > words.length / 5 * 2) {
            grow();
        }
        int tag = tag(hash);
        place((long) (tag >>> 8) << COMMIT_BITS | commit, (long) (tag & 0xFF) << PLACE_BITS | location);
        size++;
    }

    void set(int slot, long commit, long location) {
        words[2 * slot] = (words[2 * slot] & ~COMMIT) | commit;
        words[2 * slot + 1] = (words[2 * slot + 1] & ~PLACE) | location;
    }

    /** Frees a slot, and moves back what had to stand behind it. */
    void remove(int slot) {
        int gap = slot;
        for (int at = next(gap); words[2 * at + 1] != 0; at = next(at)) {
            int home = home(tagOf(at));
            boolean reachable = gap <= at ? home <= gap || home > at : home <= gap && home > at;
            if (reachable) {
                words[2 * gap] = words[2 * at];
                words[2 * gap + 1] = words[2 * at + 1];
                gap = at;
            }
        }
        words[2 * gap] = 0;
        words[2 * gap + 1] = 0;
        size--;
    }

    private static int tag(long hash) {
        return (int) (hash >>> 32);
    }

    private int tagOf(int slot) {
        return (int) (words[2 * slot] >>> COMMIT_BITS << 8 | words[2 * slot + 1] >>> PLACE_BITS);
    }

    private int home(int tag) {
        return tag >>> (32 - bits);
    }

    private int next(int slot) {
        return slot + 1 & (1 << bits) - 1;
    }

    private void place(long first, long second) {
        int slot = home((int) (first >>> COMMIT_BITS << 8 | second >>> PLACE_BITS));
        while (words[2 * slot + 1] != 0) {
            slot = next(slot);
        }
        words[2 * slot] = first;
        words[2 * slot + 1] = second;
    }

    private void grow() {
        long[] old = words;
        words = new long[old.length * 2];
        bits++;
        for (int at = 0; at < old.length; at += 2) {
            if (old[at + 1] != 0) {
                place(old[at], old[at + 1]);
            }
        }
    }
}
