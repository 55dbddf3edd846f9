package dev.eventfold.es.runtime;

import java.util.List;

/** What {@link AggregateStore#repair} did to a directory. Not for users to implement. */
public interface RepairReport {
    /**
     * The last commit now.
     *
     * @return its number; 0 when nothing is left
     */
    long commit();

    /**
     * The last position now.
     *
     * @return the position; 0 when no event is left
     */
    long position();

    /**
     * How many commits are known to have been there and are gone, with all that was in them: events, state and positions of process managers.
     *
     * @return 0 when nothing was damaged
     */
    long lostCommits();

    /**
     * The events among what was cut off that could still be read, so that somebody may look at them.
     *
     * @return in order, as {@code position aggregate/instance}; a thousand at most
     */
    List<String> readableEvents();

    /**
     * What was cut off the log.
     *
     * @return empty when it was whole
     */
    List<Cut> cuts();

    /** A part of the log that was moved aside. Not for users to implement. */
    interface Cut {
        /**
         * The file that it was cut off.
         *
         * @return its path in the directory
         */
        String file();

        /**
         * Where it began there.
         *
         * @return counted in bytes
         */
        long offset();

        /**
         * How much it is.
         *
         * @return its bytes
         */
        long bytes();

        /**
         * The file that holds it now.
         *
         * @return its path in the directory
         */
        String keptIn();
    }
}
