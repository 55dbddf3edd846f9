package dev.eventfold.es.runtime.store.file;

import java.io.IOException;
import java.util.Arrays;

/**
 * A hash table without gaps: entries of one or two words, of which the first begins with bits of the hash, in small arrays that are found by
 * fewer of these bits. An array that is full is divided, alone, so nothing ever stops to copy the whole. A snapshot shares the arrays, and
 * whoever changes one copies it before. Not safe for use by several threads.
 */
final class Buckets {
    /** How many bits of the hash the first word must at least begin with. */
    static final int LEAST_TAG_BITS = 24;

    private static final int MOST = 64;
    private static final int STEP = 8;
    private static final int FEWEST = 16;

    private final int words;

    /** The first word of each array: behind the epoch that it belongs to, how many entries it has. */
    private long[][] directory = {{0}};

    private int bits;
    private long size;

    /** Counts the snapshots: an array of an earlier epoch is shared with one. */
    private int epoch;

    /** Of entries of so many words. */
    Buckets(int words) {
        this.words = words;
    }

    private Buckets(Buckets shares) {
        words = shares.words;
        directory = shares.directory.clone();
        bits = shares.bits;
        size = shares.size;
        epoch = shares.epoch;
    }

    /** The same entries, whatever becomes of these. */
    Buckets snapshot() {
        epoch++;
        return new Buckets(this);
    }

    long size() {
        return size;
    }

    /**
     * Where entries of a hash are.
     *
     * @return the array itself: the entries stand from 1 to {@link #end}, in no order
     */
    long[] bucket(long hash) {
        return directory[slot(hash)];
    }

    /** The same, to be changed. */
    long[] own(long hash) {
        return own(slot(hash));
    }

    private long[] own(int slot) {
        long[] bucket = directory[slot];
        if (bucket[0] >>> Integer.SIZE != epoch) {
            bucket = bucket.clone();
            bucket[0] = first(count(bucket));
            replace(slot, bucket);
        }
        return bucket;
    }

    private long first(int count) {
        return (long) epoch << Integer.SIZE | count;
    }

    private static int count(long[] bucket) {
        return (int) bucket[0];
    }

    /** Behind the last entry of a bucket. */
    int end(long[] bucket) {
        return 1 + count(bucket) * words;
    }

    /** Hears of an entry: where it stands in its bucket. */
    interface Visitor {
        void entry(long[] bucket, int at);
    }

    /** Goes through all entries. */
    void forEach(Visitor visitor) {
        for (int slot = 0; slot < directory.length; slot++) {
            long[] bucket = directory[slot];
            if (slot > 0 && directory[slot - 1] == bucket) {
                continue;
            }
            for (int at = 1; at < end(bucket); at += words) {
                visitor.entry(bucket, at);
            }
        }
    }

    /** Adds an entry; the second word is left out where they have one. */
    void add(long first, long second) {
        int slot = slot(first);
        while (count(directory[slot]) >= MOST && divide(slot)) {
            slot = slot(first);
        }
        long[] bucket = withRoom(slot);
        int at = end(bucket);
        bucket[at] = first;
        if (words > 1) {
            bucket[at + 1] = second;
        }
        bucket[0]++;
        size++;
    }

    /** Removes the entry that stands somewhere in the bucket of a hash. */
    void remove(long hash, int at) {
        int slot = slot(hash);
        long[] bucket = own(slot);
        bucket[0]--;
        size--;
        System.arraycopy(bucket, end(bucket), bucket, at, words);
        if (bucket.length - end(bucket) > 2 * STEP * words) {
            replace(slot, Arrays.copyOf(bucket, bucket.length - STEP * words));
        }
    }

    private int slot(long hash) {
        return bits == 0 ? 0 : (int) (hash >>> (Long.SIZE - bits));
    }

    private long[] withRoom(int slot) {
        long[] bucket = own(slot);
        if (end(bucket) < bucket.length) {
            return bucket;
        }
        long[] larger = Arrays.copyOf(bucket, bucket.length + STEP * words);
        replace(slot, larger);
        return larger;
    }

    /** Divides a full bucket by one bit more; false when it has to grow, as its entries are too much alike. */
    private boolean divide(int slot) {
        int from = from(slot);
        int to = to(slot);
        if (to - from == 1) {
            if (bits == LEAST_TAG_BITS || size >> bits < FEWEST) {
                return false;
            }
            extend();
            from *= 2;
            to *= 2;
        }
        long[] bucket = directory[from];
        int middle = (from + to) / 2;
        Arrays.fill(directory, from, middle, half(bucket, middle, true));
        Arrays.fill(directory, middle, to, half(bucket, middle, false));
        return true;
    }

    private void extend() {
        long[][] larger = new long[directory.length * 2][];
        for (int slot = 0; slot < directory.length; slot++) {
            larger[2 * slot] = directory[slot];
            larger[2 * slot + 1] = directory[slot];
        }
        directory = larger;
        bits++;
    }

    private long[] half(long[] bucket, int middle, boolean lower) {
        long[] half = new long[bucket.length];
        half[0] = first(0);
        for (int at = 1; at < end(bucket); at += words) {
            if (slot(bucket[at]) < middle == lower) {
                System.arraycopy(bucket, at, half, end(half), words);
                half[0]++;
            }
        }
        return Arrays.copyOf(half, end(half) + STEP * words);
    }

    private void replace(int slot, long[] bucket) {
        Arrays.fill(directory, from(slot), to(slot), bucket);
    }

    void write(IndexOutput output) throws IOException {
        output.word(bits).word(size);
        for (int slot = 0; slot < directory.length; slot = to(slot)) {
            long[] bucket = directory[slot];
            output.word((long) (to(slot) - slot) << Integer.SIZE | count(bucket));
            output.words(bucket, 1, count(bucket) * words);
        }
    }

    /** Of entries of so many words. */
    static Buckets read(int words, IndexInput input) throws IOException, BadLine {
        Buckets read = new Buckets(words);
        read.bits = input.number(LEAST_TAG_BITS + 1L);
        read.size = input.count(words * Long.BYTES);
        read.directory = new long[1 << read.bits][];
        long found = 0;
        for (int slot = 0; slot < read.directory.length; ) {
            long word = input.word();
            int span = (int) (word >>> Integer.SIZE);
            int count = (int) word;
            if (span < 1 || span > read.directory.length - slot || count < 0 || count > read.size - found) {
                throw new BadLine("expected a bucket of the index");
            }
            long[] bucket = new long[1 + count * words];
            bucket[0] = count;
            input.words(bucket, 1, count * words);
            Arrays.fill(read.directory, slot, slot + span, bucket);
            slot += span;
            found += count;
        }
        if (found != read.size) {
            throw new BadLine("expected " + read.size + " entries of the index, not " + found);
        }
        return read;
    }

    /** The first slot that shares its bucket. */
    private int from(int slot) {
        int from = slot;
        while (from > 0 && directory[from - 1] == directory[slot]) {
            from--;
        }
        return from;
    }

    /** Behind the last slot that shares its bucket. */
    private int to(int slot) {
        int to = slot + 1;
        while (to < directory.length && directory[to] == directory[slot]) {
            to++;
        }
        return to;
    }
}
