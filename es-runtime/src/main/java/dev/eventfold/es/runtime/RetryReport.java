package dev.eventfold.es.runtime;

/**
 * What a retry of dead letters did, counted exactly. Immutable. Made by the run time; not for users to implement.
 *
 * <p>The first three count what waited, the others what came of it.
 */
public interface RetryReport {
    /**
     * Dead letters that went through.
     *
     * @return the count; they are {@link DeadLetter.State#RETRIED} now
     */
    long retried();

    /**
     * Dead letters that failed again.
     *
     * @return the count; they are {@link DeadLetter.State#PENDING}, with one more attempt
     */
    long failed();

    /**
     * Commands and events that had been parked behind them and went through.
     *
     * @return the count
     */
    long released();

    /**
     * Commands accepted that wrote events.
     *
     * @return the count
     */
    long dispatched();

    /**
     * Commands accepted that wrote none.
     *
     * @return the count
     */
    long unchanged();

    /**
     * Rejections that the process which asked hears of.
     *
     * @return the count
     */
    long rejected();

    /**
     * Events whose instance does not live any more.
     *
     * @return the count
     */
    long ignored();

    /**
     * What failed for the first time: parked until now, or sent by an event that was tried again.
     *
     * @return the count of new dead letters
     */
    long deadLettered();

    /**
     * Commands of events that were tried again, put behind a failure.
     *
     * @return the count
     */
    long parked();
}
