package dev.eventfold.es.runtime;

import java.util.Map;

/**
 * What process managers did during one call. Immutable. Made by the run time; not for users to implement.
 *
 * <p>Counts what was committed for the events that the call waited for, by whichever thread.
 */
public interface ProcessManagerReport {
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
     * Commands and events that failed.
     *
     * @return the count of new dead letters
     */
    long deadLettered();

    /**
     * Rejections that the process which asked hears of.
     *
     * @return the count
     */
    long rejected();

    /**
     * Commands and events put behind a failure.
     *
     * @return the count
     */
    long parked();

    /**
     * Events for instances that do not live.
     *
     * @return the count
     */
    long ignored();

    /**
     * Timeouts that fired.
     *
     * @return the count
     */
    long timedOut();

    /**
     * The same for each process manager.
     *
     * @return by stored name, sorted; empty in the report of a single one
     */
    Map<String, ProcessManagerReport> byName();
}
