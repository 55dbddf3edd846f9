package dev.eventfold.es.runtime.store.file;

import dev.eventfold.es.runtime.store.EventFilter;
import dev.eventfold.es.runtime.store.StoredEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Where some events are, taken down under the store's lock, so that they can be read without it. The lines of those that are not yet in
 * the files, which are the last ones, are copied.
 */
final class ReadPlan {
    private final long[] positions;
    private final long[] locations;
    private final int[] places;
    private final List<byte[]> unwritten = new ArrayList<>();

    private ReadPlan(long[] positions) {
        this.positions = positions;
        this.locations = new long[positions.length];
        this.places = new int[positions.length];
    }

    /**
     * Takes down where the events at some positions are.
     *
     * @param written the last position that is in the files
     * @param positions ascending
     */
    static ReadPlan of(LogIndex index, LogTail tail, long written, long[] positions) {
        return of(index, written, positions, location -> tail.line(location).orElseThrow());
    }

    /** The same of a log that is all in the files. */
    static ReadPlan of(LogIndex index, long[] positions) {
        return of(index, Long.MAX_VALUE, positions, location -> {
            throw new IllegalStateException("all lines are written");
        });
    }

    private static ReadPlan of(LogIndex index, long written, long[] positions, LongFunction<byte[]> unwritten) {
        ReadPlan plan = new ReadPlan(positions);
        for (int n = 0; n < positions.length; n++) {
            plan.locations[n] = index.location(positions[n]);
            plan.places[n] = plan.place(index, n);
            if (positions[n] > written) {
                plan.unwritten.add(unwritten.apply(plan.locations[n]));
            }
        }
        return plan;
    }

    private int place(LogIndex index, int n) {
        boolean follows = n > 0 && positions[n - 1] == positions[n] - 1;
        if (follows && !index.isFirst(positions[n])) {
            return places[n - 1] + 1;
        }
        return index.placeInCommand(positions[n]);
    }

    int size() {
        return positions.length;
    }

    /** The event; null when it is not wanted. */
    @Nullable
    StoredEvent read(LogReader reader, LineSource source, int n, EventFilter wanted) {
        int inFiles = positions.length - unwritten.size();
        return n < inFiles
                ? reader.event(source, locations[n], positions[n], places[n], wanted)
                : reader.event(unwritten.get(n - inFiles), locations[n], positions[n], places[n], wanted);
    }

    long position(int n) {
        return positions[n];
    }
}
