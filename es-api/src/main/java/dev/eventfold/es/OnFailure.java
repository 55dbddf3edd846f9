package dev.eventfold.es;

/**
 * What follows a failure in a sequence: a process instance, or, in a process manager without key, one source stream. The failure is a
 * dead letter in every case, and other sequences go on in all but {@link #STOP}.
 */
public enum OnFailure {
    /** What comes later in the sequence waits behind the failure, in order, until it is retried or evicted. The default. */
    PARK,
    /** The sequence goes on as if what failed had not been asked for. */
    CONTINUE,
    /** As {@link #PARK}, and the process manager reads nothing further until the failure is retried or evicted. */
    STOP
}
