package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.runtime.execution.Decider;
import dev.eventfold.es.runtime.store.CommitOutcome.Committed;

/** Lets a process manager decide ahead of the disk, but not far: each wait for it costs the same, however much was decided. */
final class AheadOfDisk {
    /** How many of its events may be decided and not yet on the disk while it goes on: about 1 MiB. */
    private static final long MOST_EVENTS = 4_096;

    private static final long LONGEST_NANOS = 50_000_000;

    private final Decider decider;
    private long lastCommit;
    private long events;
    private long lastSync = System.nanoTime();

    AheadOfDisk(Decider decider) {
        this.decider = decider;
    }

    void committed(Committed committed) {
        lastCommit = committed.commit();
        events += committed.events().size();
    }

    /** Waits for the disk when enough is decided. */
    void bound() {
        if (events > MOST_EVENTS || System.nanoTime() - lastSync > LONGEST_NANOS) {
            awaitDurable();
            events = 0;
            lastSync = System.nanoTime();
        }
    }

    /** Returns when all that the process manager has decided is on the disk. */
    void awaitDurable() {
        decider.awaitDurable(lastCommit);
    }
}
