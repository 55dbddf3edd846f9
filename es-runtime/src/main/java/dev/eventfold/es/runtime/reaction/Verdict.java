package dev.eventfold.es.runtime.reaction;

/** What came of one command of a process manager in its turn. */
sealed interface Verdict {
    /**
     * It was accepted.
     *
     * @param wrote whether it wrote events
     */
    record Accepted(boolean wrote) implements Verdict {}

    /** It was rejected, and the rejection is written down as an event of the process. */
    record Answered() implements Verdict {}

    /** It failed. Nothing was written. */
    record Failed(Failure failure) implements Verdict {}
}
