package dev.eventfold.es.runtime.reaction;

import org.jspecify.annotations.Nullable;

/**
 * What waits in one sequence, first come, first served: its commands stand in one line, its events in another. At the head of a line stands a
 * failure, and the rest is parked behind it. When the failure is gone what was parked is free to run, and until it has the line has no failure.
 */
final class WaitingLine {
    private @Nullable LoggedFailure failure;
    private long parked;
    private long through;

    /** What must be retried or evicted before anything here runs; null when what is here is free to run, and when nothing is. */
    @Nullable
    LoggedFailure failure() {
        return failure;
    }

    /** How many stand here, the failure too. */
    long size() {
        return parked + (failure == null ? 0 : 1);
    }

    /** How many stand here that have not failed. */
    long parkedCount() {
        return parked;
    }

    boolean isEmpty() {
        return size() == 0;
    }

    /** Whether something stands here that nothing holds up. */
    boolean isFree() {
        return failure == null && parked > 0;
    }

    /** The version in the stream of the sequence up to which nothing of this line waits any more. */
    long through() {
        return through;
    }

    /** At the end of a line that is empty, for behind others nothing can fail. */
    void failed(LoggedFailure first) {
        failure = first;
        first.parkedBehind(parked);
    }

    void parked() {
        parked++;
        tell();
    }

    /** Some of those that are free to run have run. */
    void released(long count, long last) {
        parked -= count;
        through = last;
    }

    /** The first of those that are free to run failed. */
    void failedInTurn(LoggedFailure first) {
        parked--;
        if (first.blocks()) {
            failed(first);
        } else {
            through = first.entry();
        }
    }

    /** The failure is gone, or holds nothing up any more. */
    void freed() {
        if (failure != null) {
            through = failure.entry();
            failure.parkedBehind(0);
            failure = null;
        }
    }

    private void tell() {
        if (failure != null) {
            failure.parkedBehind(parked);
        }
    }
}
