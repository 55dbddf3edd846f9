package dev.eventfold.es.runtime.store.file;

import dev.eventfold.es.runtime.store.StreamId;
import java.io.IOException;
import java.util.Arrays;

/**
 * Where the newest snapshot of each stream is, in 16 bytes each: the hash of the stream's name, 39 bits of the offset and 24 of the length. Of two
 * streams that have one hash the later one has the place: whoever finds it compares the name, and the other is folded from the log. Safe for use by any number of threads.
 */
final class SnapshotPlaces {
    private static final int OFFSET_BITS = 39;
    private static final int LENGTH_BITS = 24;
    private static final int NONE = -1;

    private final Hash hash;
    private final Buckets entries = new Buckets(2);

    /** Hashes are other ones for each store. */
    SnapshotPlaces(String storeId) {
        hash = new Hash(storeId);
    }

    /**
     * Where a line is.
     *
     * @param at where it begins
     * @param length with its line break
     */
    record Place(long at, int length) {
        /** No snapshot. */
        static final Place NONE = new Place(0, 0);

        private static Place of(long word) {
            return new Place(word >>> LENGTH_BITS, (int) (word & (1L << LENGTH_BITS) - 1) + 1);
        }

        private long word() {
            return at << LENGTH_BITS | (length - 1);
        }
    }

    /** Takes down a place, and gives the one that was there. What is beyond all bounds has none, and takes none away. */
    synchronized Place put(StreamId stream, Place place) {
        if (place.at() >>> OFFSET_BITS != 0) {
            return Place.NONE;
        }
        long code = code(stream);
        long[] bucket = entries.own(code);
        int at = find(bucket, code);
        if (at == NONE) {
            entries.add(code, place.word());
            return Place.NONE;
        }
        Place before = Place.of(bucket[at + 1]);
        bucket[at + 1] = place.word();
        return before;
    }

    synchronized Place get(StreamId stream) {
        long code = code(stream);
        long[] bucket = entries.bucket(code);
        int at = find(bucket, code);
        return at == NONE ? Place.NONE : Place.of(bucket[at + 1]);
    }

    /** Hears of places. */
    interface Visitor {
        void place(Place place) throws IOException;
    }

    /** Goes through all of them, in the order of the file. */
    void forEach(Visitor visitor) throws IOException {
        long[] words = words();
        Arrays.sort(words);
        for (long word : words) {
            visitor.place(Place.of(word));
        }
    }

    private synchronized long[] words() {
        long[] words = new long[Math.toIntExact(entries.size())];
        int[] count = {0};
        entries.forEach((bucket, at) -> words[count[0]++] = bucket[at + 1]);
        return words;
    }

    private int find(long[] bucket, long code) {
        for (int at = 1; at < entries.end(bucket); at += 2) {
            if (bucket[at] == code) {
                return at;
            }
        }
        return NONE;
    }

    private long code(StreamId stream) {
        return hash.of(hash.of(0, stream.aggregate()), stream.instanceId());
    }
}
