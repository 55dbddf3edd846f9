package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.runtime.store.StoredEvent;

/** What became of failures later, as a replay sees it. */
final class RetryOutcomes {
    private static final long[] NOTHING = {};

    private RetryOutcomes() {}

    /** Whether an event of a stream of failures says what became of an earlier one of it. */
    static boolean isOne(StoredEvent event) {
        return switch (event.event().name()) {
            case FailureEvents.EVENT_FAILED,
                    FailureEvents.EVENT_PARKED,
                    FailureEvents.COMMAND_FAILED,
                    FailureEvents.COMMAND_PARKED -> false;
            default -> true;
        };
    }

    /** The versions of the entries that went through, in order. */
    static long[] wentThrough(StoredEvent outcome) {
        return switch (outcome.event().name()) {
            case RetryEvents.RETRIED -> new long[] {RetryEvents.entry(outcome)};
            case RetryEvents.RELEASED -> RetryEvents.entries(outcome);
            default -> NOTHING;
        };
    }

    /** Whether a failed or parked command, not an event, is written so. */
    static boolean isOfCommand(StoredEvent entry) {
        return FailureEvents.isOfCommand(entry.event().name());
    }
}
