package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.runtime.StoreFailed;
import dev.eventfold.es.runtime.store.CommitOutcome;
import dev.eventfold.es.runtime.store.CommitOutcome.TooLarge;
import org.jspecify.annotations.Nullable;

/** What it means when a store does not take a commit of a process manager. */
final class Refusals {
    private Refusals() {}

    /** Throws when it is no use to try again. */
    static void requireKnown(@Nullable CommitOutcome outcome, String place) {
        if (outcome instanceof CommitOutcome.Unknown unknown) {
            throw new StoreFailed("it is unknown whether a batch was written: " + place, unknown.cause());
        }
        if (outcome instanceof CommitOutcome.Fenced) {
            throw new StoreFailed("another process has taken the lease over: " + place, null);
        }
    }

    /** What is known to be too large; null when it was not alone, so that fewer may fit. */
    static @Nullable TooLarge tooLarge(TooLarge now, @Nullable TooLarge before, int count, String place) {
        if (before != null) {
            throw new StoreFailed("not even a dead letter fits a commit: " + place + ", " + now, null);
        }
        return count == 1 ? now : null;
    }
}
