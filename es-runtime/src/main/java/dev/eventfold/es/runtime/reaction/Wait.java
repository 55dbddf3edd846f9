package dev.eventfold.es.runtime.reaction;

import java.time.Instant;

/** One thing that a process instance waits for. */
sealed interface Wait permits PendingTimeout, DelayedCommand {
    /** When it is due. */
    Instant due();
}
