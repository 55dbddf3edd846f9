package dev.eventfold.es.runtime.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One atomic write, the only kind there is: all of it or nothing.
 *
 * @param appends in the order of the log. A stream may come more than once; each condition holds on what the earlier ones leave
 * @param rows at most one change for each row
 * @param move the consumer whose events caused all this; null for a caller's command
 */
public record Commit(
        List<StreamAppend> appends,
        List<RowChange> rows,
        @Nullable ConsumerMove move) {
    /** The most bytes that a commit may have in the log. */
    public static final long MAX_BYTES = 64L << 20;

    /** The most lines (events, rows, moves) that a commit may have. */
    public static final int MAX_LINES = 100_000;

    /** Copies, and checks that there is something to write. */
    public Commit {
        appends = List.copyOf(appends);
        rows = List.copyOf(rows);
        if (appends.isEmpty() && rows.isEmpty() && move == null) {
            throw new IllegalArgumentException("a commit needs something to write");
        }
    }

    /**
     * A commit of a caller's command.
     *
     * @param append its events
     * @return the commit
     */
    public static Commit of(StreamAppend append) {
        return new Commit(List.of(append), List.of(), null);
    }
}
