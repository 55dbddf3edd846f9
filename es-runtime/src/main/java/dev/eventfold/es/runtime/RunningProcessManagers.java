package dev.eventfold.es.runtime;

import java.time.Duration;

/** Process managers that react as soon as something is written. Made by the run time; not for users to implement. */
public interface RunningProcessManagers extends AutoCloseable {
    /**
     * Waits until these process managers have nothing left to react to in the flow of a command: in the events that bear its correlation id,
     * written by whomever, before or during the call. What they did about it is durable then. Timeouts that are pending, commands and events
     * that are parked behind a failure, and later passes do not count.
     *
     * @param result what the command wrote
     * @param most how long to wait
     * @return false when the time is over before, and at once when something is left to one that no live loop moves any more
     * @throws StoreDamaged when one that something is left to has stopped because the log is damaged where it reads on; the message names file and offset
     * @throws StoreFailed when they have stopped because the store failed, or the thread was interrupted; it stays so, and they go on
     * @throws IllegalStateException when called from inside a handler, reaction or applier
     */
    boolean awaitFlow(CommandResult result, Duration most);

    /** Stops them once the commit in hand is finished, and returns when it is. A second call does nothing. */
    @Override
    void close();
}
