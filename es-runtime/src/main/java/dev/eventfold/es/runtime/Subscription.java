package dev.eventfold.es.runtime;

import dev.eventfold.es.EsException;

/** A subscriber that receives events, until it or its store is closed. Safe for use by any number of threads. Not for users to implement. */
public interface Subscription extends AutoCloseable {
    /**
     * Waits until the subscriber has passed every event that is committed when this is called. What failed and is tried again later, and what is a
     * dead letter or parked behind one, is passed too.
     *
     * @throws EsException when the subscription ends before, closed or broken off; the message says why
     * @throws StoreDamaged when it ended because the log is damaged where it reads on; the message names file and offset
     * @throws IllegalStateException when called from inside a subscriber
     */
    void catchUp();

    /**
     * Lets the event in hand finish, and receives no more. The next subscription goes on from there. A second call does nothing.
     *
     * @throws StoreFailed when its position could not be written: what it received last is received again
     * @throws IllegalStateException when called from inside a subscriber
     */
    @Override
    void close();
}
