package dev.eventfold.es.runtime.store;

import dev.eventfold.es.runtime.store.CommitOutcome.TooLarge;
import org.jspecify.annotations.Nullable;

/**
 * How much a commit comes to where it is not written as lines.
 *
 * @param bytes of its payloads and states
 * @param lines as many as it would be
 */
public record CommitSize(long bytes, int lines) {
    /**
     * Adds up.
     *
     * @param commit the commit
     * @return its size
     */
    public static CommitSize of(Commit commit) {
        long bytes = 0;
        int lines = commit.rows().size() + (commit.move() == null ? 0 : 1);
        for (StreamAppend append : commit.appends()) {
            lines += append.events().size();
            for (NewEvent event : append.events()) {
                bytes += event.data().utf8().length;
            }
        }
        for (RowChange change : commit.rows()) {
            if (change instanceof RowChange.Put put) {
                bytes += bytes(put.row().state()) + bytes(put.row().waits());
            }
        }
        return new CommitSize(bytes, lines);
    }

    private static int bytes(@Nullable Json json) {
        return json == null ? 0 : json.utf8().length;
    }

    /**
     * What to answer when it is more than a commit may hold.
     *
     * @return null when it is not
     */
    public @Nullable TooLarge refusal() {
        return bytes > Commit.MAX_BYTES || lines > Commit.MAX_LINES ? new TooLarge(bytes, lines) : null;
    }
}
