package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.runtime.execution.Decider;
import dev.eventfold.es.runtime.store.ConsumerMove;
import dev.eventfold.es.runtime.store.EventStore;
import dev.eventfold.es.runtime.store.Lease;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How far one process manager has come: the last position that it passed, how much of that is written, and the lease to move it. Its {@link
 * ManagerRunner} lets one thread at a time change it; anybody may ask for what is volatile.
 */
final class Progress {
    private final EventStore store;
    private final String consumer;
    private final long startsAfter;

    private volatile long position;
    private volatile boolean stopped;
    private long written;
    private @Nullable Lease lease;

    /** Positions up to {@code startsAfter} are none of its business. */
    Progress(EventStore store, String consumer, long startsAfter, boolean stopped) {
        this.store = store;
        this.consumer = consumer;
        this.startsAfter = startsAfter;
        this.stopped = stopped;
        readAgain();
    }

    /** The last position that it passed, in memory at least. */
    long position() {
        return position;
    }

    /** The last position that a commit says it passed. */
    long written() {
        return written;
    }

    /** Whether it reads nothing more because something failed. */
    boolean stopped() {
        return stopped;
    }

    void setStopped(boolean stopped) {
        this.stopped = stopped;
    }

    /** Takes what is written, and a lease of it. */
    void readAgain() {
        lease = store.lease(consumer, Decider.PARTITION);
        written = store.position(consumer, Decider.PARTITION);
        position = Math.max(written, startsAfter);
    }

    /** What is in memory may not be what is written: read it again before the next step. */
    void distrust() {
        lease = null;
    }

    void requireTrusted() {
        if (lease == null) {
            readAgain();
        }
    }

    /** Whether it has passed what no commit says yet. */
    boolean isAhead() {
        return lease != null && position > written;
    }

    /** It passed something that nothing came of: the next commit says so. */
    void passed(long to) {
        position = to;
    }

    void committed(long to) {
        written = to;
        position = to;
    }

    ConsumerMove moveTo(long to, List<ConsumerMove.Unchanged> unchanged) {
        return new ConsumerMove(Objects.requireNonNull(lease, "lease"), written, to, unchanged);
    }

    /** Writes what it has passed in memory only. */
    ConsumerMove stay(List<ConsumerMove.Unchanged> unchanged) {
        return moveTo(position, unchanged);
    }
}
