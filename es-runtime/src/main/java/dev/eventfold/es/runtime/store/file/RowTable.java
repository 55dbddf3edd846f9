package dev.eventfold.es.runtime.store.file;

import java.io.IOException;
import java.util.function.LongPredicate;

/**
 * From the hash of a row's name to the commit and the place of its newest line, in 16 bytes each: 32 bits of the hash, 40 of the commit, 56
 * of the {@link Location}. What is found by the hash alone must be compared with the line itself. Not safe for use by several threads.
 */
final class RowTable {
    private static final int NONE = -1;
    private static final int COMMIT_BITS = 40;
    private static final long COMMIT = (1L << COMMIT_BITS) - 1;
    private static final int PLACE_BITS = 56;
    private static final long PLACE = (1L << PLACE_BITS) - 1;

    private final Buckets entries;

    RowTable() {
        this(new Buckets(2));
    }

    private RowTable(Buckets entries) {
        this.entries = entries;
    }

    RowTable snapshot() {
        return new RowTable(entries.snapshot());
    }

    void write(IndexOutput output) throws IOException {
        entries.write(output);
    }

    static RowTable read(IndexInput input) throws IOException, BadLine {
        return new RowTable(Buckets.read(2, input));
    }

    /**
     * Where the newest line of a row is.
     *
     * @param commit the one that wrote it
     * @param location of the line
     */
    record Place(long commit, long location) {
        /** No row. */
        static final Place NONE = new Place(0, 0);
    }

    long size() {
        return entries.size();
    }

    /** The row under a hash that is the one meant, by the location of its line. */
    Place find(long hash, LongPredicate meant) {
        long[] bucket = entries.bucket(hash);
        int at = find(bucket, hash, meant);
        return at == NONE ? Place.NONE : new Place(bucket[at] & COMMIT, bucket[at + 1] & PLACE);
    }

    /** Whether the row under a hash was written by a commit; compares the line only where this leaves two. */
    boolean isOf(long hash, long commit, LongPredicate meant) {
        return find(entries.bucket(hash), hash, commit, meant) != NONE;
    }

    /** Hears of a row: the bits of its hash that are known, and where it is. */
    interface Visitor {
        void row(int hash, long location);
    }

    /** Goes through all rows. */
    void forEach(Visitor visitor) {
        entries.forEach((bucket, at) -> visitor.row(
                (int) (bucket[at] >>> COMMIT_BITS << (COMMIT_BITS - Integer.SIZE) | bucket[at + 1] >>> PLACE_BITS),
                bucket[at + 1] & PLACE));
    }

    /** What there is now. */
    RowList list() {
        return new RowList(Math.toIntExact(size()), this);
    }

    void add(long hash, long commit, long location) {
        if (commit > COMMIT) {
            throw new IllegalStateException("the log is full: commit=" + commit);
        }
        entries.add(first(hash, commit), second(hash, location));
    }

    /** Changes the row that {@link #isOf} a commit. */
    void set(long hash, long before, long commit, long location, LongPredicate meant) {
        long[] bucket = entries.own(hash);
        int at = find(bucket, hash, before, meant);
        bucket[at] = first(hash, commit);
        bucket[at + 1] = second(hash, location);
    }

    /** Removes the row that {@link #isOf} a commit. */
    void remove(long hash, long before, LongPredicate meant) {
        entries.remove(hash, find(entries.bucket(hash), hash, before, meant));
    }

    private int find(long[] bucket, long hash, LongPredicate meant) {
        for (int at = 1; at < entries.end(bucket); at += 2) {
            if (isAlike(bucket, at, hash) && meant.test(bucket[at + 1] & PLACE)) {
                return at;
            }
        }
        return NONE;
    }

    private int find(long[] bucket, long hash, long commit, LongPredicate meant) {
        int found = NONE;
        for (int at = 1; at < entries.end(bucket); at += 2) {
            if ((bucket[at] & COMMIT) == commit && isAlike(bucket, at, hash)) {
                if (found != NONE) {
                    return find(bucket, hash, meant);
                }
                found = at;
            }
        }
        return found;
    }

    /** Whether two hashes cannot be told apart here. */
    static boolean isAlike(long hash, long other) {
        return (hash ^ other) >>> 32 == 0;
    }

    private static boolean isAlike(long[] bucket, int at, long hash) {
        return (bucket[at] ^ hash) >>> COMMIT_BITS == 0 && (bucket[at + 1] ^ second(hash, 0)) >>> PLACE_BITS == 0;
    }

    private static long first(long hash, long commit) {
        return (hash & ~COMMIT) | commit;
    }

    /** With the bits of the hash that the first word had no room for. */
    private static long second(long hash, long location) {
        return hash >>> 32 << PLACE_BITS | location;
    }
}
