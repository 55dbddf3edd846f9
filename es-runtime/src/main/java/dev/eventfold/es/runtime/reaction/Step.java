package dev.eventfold.es.runtime.reaction;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a commit did for one event, or for something that was due.
 *
 * @param position the position of the event; 0 for what was due
 * @param due when it was due; null for an event
 * @param counts what was done
 * @param from the position after which what it caused was written
 * @param to the last position that it wrote; equal to {@code from} when it wrote nothing
 */
record Step(long position, @Nullable Instant due, Counts counts, long from, long to) {
    static Step ofEvent(long position, Counts counts, long from, long to) {
        return new Step(position, null, counts, from, to);
    }

    static Step ofDue(Instant due, Counts counts, long from, long to) {
        return new Step(0, due, counts, from, to);
    }
}
