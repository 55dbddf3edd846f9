package dev.eventfold.es.runtime.store.file;

import java.io.IOException;
import java.util.function.LongPredicate;

/**
 * From the hash of a command, in its stream, to the position of its first event, in 8 bytes each: 28 bits of the hash, 36 of the position.
 * What is found must be compared with the event itself. Not safe for use by several threads.
 */
final class CommandTable {
    private static final int POSITION_BITS = 36;
    private static final long POSITION = (1L << POSITION_BITS) - 1;

    private final Buckets entries;

    CommandTable() {
        this(new Buckets(1));
    }

    private CommandTable(Buckets entries) {
        this.entries = entries;
    }

    CommandTable snapshot() {
        return new CommandTable(entries.snapshot());
    }

    void write(IndexOutput output) throws IOException {
        entries.write(output);
    }

    static CommandTable read(IndexInput input) throws IOException, BadLine {
        return new CommandTable(Buckets.read(1, input));
    }

    void add(long hash, long position) {
        if (position > POSITION) {
            throw new IllegalStateException("the log is full: position=" + position);
        }
        entries.add((hash & ~POSITION) | position, 0);
    }

    /**
     * The known bits of the hashes of the commands whose first events are behind a position.
     *
     * @param count how many events there are behind it
     * @return by the distance of the event from the first one behind it; 0 where it is not the first of a command
     */
    long[] hashesBehind(long position, int count) {
        long[] hashes = new long[count];
        entries.forEach((bucket, at) -> {
            long first = bucket[at] & POSITION;
            if (first > position) {
                hashes[Math.toIntExact(first - position - 1)] = bucket[at] & ~POSITION;
            }
        });
        return hashes;
    }

    /** The first position under a hash that is the one meant; 0 when there is none. */
    long find(long hash, LongPredicate meant) {
        long first = 0;
        long[] bucket = entries.bucket(hash);
        for (int at = 1; at < entries.end(bucket); at++) {
            long position = bucket[at] & POSITION;
            boolean alike = (bucket[at] ^ hash) >>> POSITION_BITS == 0;
            if (alike && (first == 0 || position < first) && meant.test(position)) {
                first = position;
            }
        }
        return first;
    }
}
