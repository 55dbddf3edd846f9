package dev.eventfold.es.runtime;

import java.util.List;

/** What {@link AggregateStore#verify} found in a directory. Not for users to implement. */
public interface VerifyReport {
    /**
     * The last commit up to which the log is whole.
     *
     * @return its number; 0 when there is none
     */
    long commit();

    /**
     * The last position in it.
     *
     * @return the position; 0 when there is no event
     */
    long position();

    /**
     * How many lines were read and found to be as they were written.
     *
     * @return those of the commits up to {@link #commit()}
     */
    long lines();

    /**
     * What is not as it was written. The first one lies in the commit before which the log ends for whoever opens it without an index file;
     * {@link AggregateStore#repair} would cut where that commit begins.
     *
     * @return in the order of the log, a hundred at most; empty when the log is sound
     */
    List<Damage> damage();

    /**
     * How much an interrupted write has left behind the log. It is no damage: nobody was told that it had succeeded. Opening for writing
     * cuts it off, and keeps it beside the log.
     *
     * @return its bytes; also those that a live writer is just writing
     */
    long tornBytes();

    /**
     * The files beside the log that cannot be believed. They do no harm, and are made again when the store is used.
     *
     * @return their paths in the directory
     */
    List<String> staleCaches();

    /** A place in the log. Not for users to implement. */
    interface Damage {
        /**
         * The file.
         *
         * @return its path in the directory
         */
        String file();

        /**
         * The place in it.
         *
         * @return counted in bytes
         */
        long offset();

        /**
         * What should be there.
         *
         * @return for people
         */
        String expected();
    }
}
