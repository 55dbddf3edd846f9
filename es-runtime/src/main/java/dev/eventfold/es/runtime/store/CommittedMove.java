package dev.eventfold.es.runtime.store;

import java.util.List;

/**
 * A move of a consumer as it stands in the log, with the commit that it was part of: what was done for which events.
 *
 * @param commit the number of the commit
 * @param before the last position before the commit
 * @param head the last position of the commit; equal to {@code before} when it holds no event
 * @param from where the consumer was
 * @param to where it is then
 * @param unchanged the commands that were accepted and wrote no event
 */
public record CommittedMove(
        long commit, long before, long head, long from, long to, List<ConsumerMove.Unchanged> unchanged) {
    /** Copies. */
    public CommittedMove {
        unchanged = List.copyOf(unchanged);
    }
}
