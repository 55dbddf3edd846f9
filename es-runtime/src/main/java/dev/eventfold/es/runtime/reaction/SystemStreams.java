package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.runtime.store.StreamId;

/** The streams that the system writes for itself. Names beginning with {@code $} are never users'. */
final class SystemStreams {
    /** Holds one stream for each process manager that was ever registered. */
    static final String REGISTRATIONS = "$process-managers";

    /** The shape of the events in them. */
    static final int SCHEMA = 1;

    private static final String DEAD_LETTERS = "$dead-letters.";

    private SystemStreams() {}

    /** Where a process manager's registration is kept. */
    static StreamId registration(String processManager) {
        return new StreamId(REGISTRATIONS, processManager);
    }

    /** The aggregate name of the rejections that a process manager hears of. */
    static String rejections(String processManager) {
        return "$rejections." + processManager;
    }

    /** The aggregate name of the timeouts of a process manager that fired. */
    static String timeouts(String processManager) {
        return "$timeouts." + processManager;
    }

    /** The aggregate name of a process manager's failures. */
    static String deadLetters(String processManager) {
        return DEAD_LETTERS + processManager;
    }

    static boolean isOfDeadLetters(StreamId stream) {
        return stream.aggregate().startsWith(DEAD_LETTERS);
    }

    /** The process manager whose failures are in a stream. */
    static String consumerOfDeadLetters(StreamId stream) {
        return stream.aggregate().substring(DEAD_LETTERS.length());
    }
}
