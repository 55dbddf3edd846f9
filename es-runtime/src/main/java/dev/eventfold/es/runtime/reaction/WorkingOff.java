package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.EsException;
import dev.eventfold.es.runtime.RetryReport;
import java.util.function.Predicate;

/** What can be done with the dead letters of a process manager, or with whose it is no more. Each call returns when what it did is durable. */
interface WorkingOff {
    /**
     * Tries one again, and what waits behind it.
     *
     * @param sequence where it failed
     * @param entry the version of what failed in the stream of the sequence
     * @throws EsException when it is not pending
     */
    RetryReport retry(String sequence, long entry);

    /** Tries each that is pending in some sequences once, in the order of failure. */
    RetryReport retryAll(Predicate<String> sequences);

    /** Tries those of one sequence. */
    default RetryReport retrySequence(String key) {
        return retryAll(key::equals);
    }

    /** Finds out what {@link #retryAll} would come to, of each sequence by itself. Writes nothing. */
    RetryReport dryRun();

    /**
     * Gives one up, and runs what waits behind it.
     *
     * @throws EsException when it is not pending
     */
    void evict(String sequence, long entry, String reason);
}
