package dev.eventfold.es.runtime.store.file;

import java.util.Arrays;

/** The rows that there were at some moment: where the newest line of each is, and 32 bits of the hash of its name. Immutable. */
final class RowList {
    private final long[] locations;
    private final int[] hashes;

    /** Of a table with so many. */
    RowList(int size, RowTable table) {
        long[] found = new long[size];
        int[] count = {0};
        table.forEach((hash, location) -> found[count[0]++] = location);
        Arrays.sort(found);
        locations = found;
        hashes = new int[size];
        table.forEach((hash, location) -> hashes[Arrays.binarySearch(found, location)] = hash);
    }

    /** How many there are, in the order of the log. */
    int size() {
        return locations.length;
    }

    long location(int n) {
        return locations[n];
    }

    /** Whether the name of one may have a hash. */
    boolean mayBe(int n, long hash) {
        return RowTable.isAlike((long) hashes[n] << 32, hash);
    }

    /** Whether a line is the newest of one of them. */
    boolean holds(long location) {
        return Arrays.binarySearch(locations, location) >= 0;
    }
}
