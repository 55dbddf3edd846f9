package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.runtime.store.CommitOutcome.Committed;
import dev.eventfold.es.runtime.store.CommitOutcome.TooLarge;
import dev.eventfold.es.runtime.store.VersionedRow;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What the instances of one process manager wait for: when the next of it is due, and the doing of it, as much at once as keeps callers
 * waiting for no longer than they would notice.
 *
 * @param <P> the class of the process manager
 */
final class DueWork<P> {
    /** How often it passes, in turn, what its own commands wrote, before others have a turn. */
    private static final int MOST_ROUNDS = 16;

    private final ManagerParts<P> parts;
    private final Passing<P> passing;
    private final Progress progress;
    private final AheadOfDisk ahead;
    private final Retrying<P> retrying;
    private final BatchSize size;

    DueWork(ManagerParts<P> parts, Passing<P> passing, Progress progress, AheadOfDisk ahead, Retrying<P> retrying) {
        this.parts = parts;
        this.passing = passing;
        this.progress = progress;
        this.ahead = ahead;
        this.retrying = retrying;
        this.size = parts.batchSize();
    }

    /** When the next is due; null when nothing is. */
    @Nullable
    Instant next() {
        List<VersionedRow> first = due(Instant.MAX, 1);
        return first.isEmpty() ? null : first.get(0).row().nextDue();
    }

    /**
     * Does some of it, once all that is in the log is passed: in turn, so that nothing comes in between.
     *
     * @param until the last time that counts as due
     * @return false when there was nothing to do
     */
    boolean some(Instant until) {
        if (due(until, 1).isEmpty()) {
            return false;
        }
        if (retrying.releaseDue(until)) {
            return true;
        }
        if (parts.receives()) {
            return false; // nothing else of it is ever due, and nobody must wait for it in turn
        }
        if (passing.isFarBehind()) {
            return passing.some(Long.MAX_VALUE);
        }
        ahead.awaitDurable();
        ReentrantLock turn = parts.host().decider().turn();
        turn.lock();
        try {
            return catchUpAndFire(until);
        } finally {
            turn.unlock();
        }
    }

    private boolean catchUpAndFire(Instant until) {
        boolean passed = false;
        for (int round = 0; round < MOST_ROUNDS && passing.behind() > 0 && !progress.stopped(); round++) {
            passed |= passing.some(Long.MAX_VALUE);
        }
        boolean isReady = passing.behind() == 0 && !progress.stopped();
        // What was passed may have cancelled what was due; others wait for the position all the same.
        return (isReady && fired(until)) || passed;
    }

    private boolean fired(Instant until) {
        Batch.Result result = fire(until);
        if (result == null) {
            return false;
        }
        if (result.outcome() instanceof Committed committed) {
            passing.committed(committed, result, progress.position());
        } else {
            progress.readAgain();
        }
        return true;
    }

    private List<VersionedRow> due(Instant until, int most) {
        LogHost host = parts.host();
        String keptAs = parts.definition().name();
        List<VersionedRow> due = host.store().due(keptAs, host.generations().of(keptAs), until, most + 1);
        if (due.isEmpty()) {
            return due; // each pass asks, and most find nothing
        }
        return due.stream()
                .filter(row -> !retrying.isInHand(row.row().key().key()))
                .limit(most)
                .toList();
    }

    /** What was committed, or that somebody else moved the consumer; null when nothing is due. */
    private Batch.@Nullable Result fire(Instant until) {
        TooLarge tooLarge = null;
        int most = size.events();
        while (true) {
            List<VersionedRow> due = due(until, most);
            if (due.isEmpty()) {
                return null;
            }
            Batch.Result result = attempt(due, until, tooLarge);
            if (result.outcome() == null) {
                return null;
            }
            if (!(result.outcome() instanceof TooLarge refusal)) {
                Refusals.requireKnown(result.outcome(), place(due));
                return result;
            }
            tooLarge = Refusals.tooLarge(refusal, tooLarge, result.steps().size(), place(due));
            most = Math.max(1, result.steps().size() / 2);
        }
    }

    private Batch.Result attempt(List<VersionedRow> due, Instant until, @Nullable TooLarge tooLarge) {
        long began = System.nanoTime();
        Firing<P> firing = new Firing<>(parts, tooLarge);
        Batch.Result result = firing.commit(due, until, progress::stay);
        if (result.outcome() instanceof Committed) {
            size.decided(result.steps().size(), System.nanoTime() - began);
        }
        return result;
    }

    private String place(List<VersionedRow> due) {
        return parts.label() + ", due=" + due.get(0).row().key();
    }
}
