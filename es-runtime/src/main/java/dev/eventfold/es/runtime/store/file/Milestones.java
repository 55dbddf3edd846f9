package dev.eventfold.es.runtime.store.file;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The positions of some versions of long streams, a fixed number of versions apart, so that the middle of one is found without a long walk.
 * Not safe for use by several threads.
 */
final class Milestones {
    private static final int STRIDE = 256;

    /** By the number of the stream; the first word counts the others. */
    private final Map<Integer, long[]> positions = new HashMap<>();

    Milestones snapshot() {
        Milestones snapshot = new Milestones();
        positions.forEach((stream, known) -> snapshot.positions.put(stream, known.clone()));
        return snapshot;
    }

    /** Takes note of the newest event of a stream. */
    void add(int stream, long version, long position) {
        if (version % STRIDE == 0) {
            long[] known = positions.getOrDefault(stream, new long[1]);
            int count = (int) known[0] + 1;
            if (count == known.length) {
                known = Arrays.copyOf(known, count + 2 + count / 2);
            }
            known[count] = position;
            known[0] = count;
            positions.put(stream, known);
        }
    }

    void write(IndexOutput output) throws IOException {
        output.word(positions.size());
        for (Map.Entry<Integer, long[]> stream : positions.entrySet()) {
            long[] known = stream.getValue();
            output.word(stream.getKey()).words(known, 0, (int) known[0] + 1);
        }
    }

    /** Of so many streams. */
    static Milestones read(int streams, IndexInput input) throws IOException, BadLine {
        Milestones read = new Milestones();
        for (long left = input.count(2 * Long.BYTES); left > 0; left--) {
            int stream = input.number(streams);
            int count = (int) Math.min(Integer.MAX_VALUE - 8, input.count(Long.BYTES));
            long[] known = new long[count + 1];
            known[0] = count;
            input.words(known, 1, count);
            read.positions.put(stream, known);
        }
        return read;
    }

    /** The first version at or behind one whose position is known, if there are that many. */
    static long next(long version) {
        return (version + STRIDE - 1) / STRIDE * STRIDE;
    }

    /** The position of a version that {@link #next} gave. */
    long position(int stream, long version) {
        long[] known = positions.get(stream);
        if (known == null || version / STRIDE > known[0]) {
            throw new IllegalArgumentException("no such milestone: version=" + version);
        }
        return known[(int) (version / STRIDE)];
    }
}
