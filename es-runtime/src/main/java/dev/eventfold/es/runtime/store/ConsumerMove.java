package dev.eventfold.es.runtime.store;

import java.util.List;
import java.util.Objects;

/**
 * The move of a consumer over the events that a commit was made for.
 *
 * @param lease the right to move it, which names the consumer and the partition
 * @param from where it must be: the position of its last committed move, 0 before the first
 * @param to where it is then; not before {@code from}
 * @param unchanged the commands that were accepted and wrote no event
 */
public record ConsumerMove(Lease lease, long from, long to, List<Unchanged> unchanged) {
    /** Copies, and checks the direction. */
    public ConsumerMove {
        Objects.requireNonNull(lease, "lease");
        unchanged = List.copyOf(unchanged);
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("a consumer moves forward: from=" + from + ", to=" + to);
        }
    }

    /**
     * A command that was accepted and wrote no event, as replays compare it.
     *
     * @param cause the position of the event reacted to
     * @param index its place among the commands of the reaction, from 0
     * @param target the stream it went to
     * @param command its stored name
     * @param sum CRC32C of its stored JSON
     */
    public record Unchanged(long cause, int index, StreamId target, String command, int sum) {
        /** Checks that nothing is missing. */
        public Unchanged {
            Objects.requireNonNull(target, "target");
            Objects.requireNonNull(command, "command");
            if (cause < 1 || index < 0) {
                throw new IllegalArgumentException("no command has this place: cause=" + cause + ", index=" + index);
            }
        }
    }
}
