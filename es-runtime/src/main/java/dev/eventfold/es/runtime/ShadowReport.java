package dev.eventfold.es.runtime;

import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.RecordedEvent;
import java.util.List;
import java.util.Optional;

/**
 * What a process manager would do today for the events that it was given, beside what it did then. Holds a bounded number of findings however
 * many there are, and counts them all. As text it is a report for people. Made by the run time; not for users to implement.
 */
public interface ShadowReport {
    /**
     * The process manager.
     *
     * @return its stored name
     */
    String processManager();

    /**
     * How often an instance reacted.
     *
     * @return events, rejections and timeouts, each counted for each instance that was given it
     */
    long events();

    /**
     * How many commands would be sent as they were.
     *
     * @return those with the same target, name and payload
     */
    long same();

    /**
     * How many places there are where something else would be sent.
     *
     * @return all of them, listed or not
     */
    long different();

    /**
     * The places where something else would be sent.
     *
     * @return the first ones, in the order in which the events were given
     */
    List<Difference> differences();

    /**
     * How many instances would fall to a reaction that fails.
     *
     * @return all of them, listed or not; nothing that comes after is compared in these
     */
    long broken();

    /**
     * Instances that would fall to a reaction that fails.
     *
     * @return the first ones, in the order in which they would
     */
    List<BrokenInstance> brokenInstances();

    /** A place among the commands for one event and one instance. */
    interface Difference {
        /**
         * What the instance was given.
         *
         * @return the event; for a rejection or a timeout the one of the system that tells of it
         */
        RecordedEvent event();

        /**
         * The instance.
         *
         * @return its key
         */
        String key();

        /**
         * The place.
         *
         * @return from 0
         */
        int index();

        /**
         * What would be sent there today.
         *
         * @return in full; empty for nothing
         */
        Optional<CommandEnvelope> would();

        /**
         * What was sent there.
         *
         * @return as the log tells it; empty for nothing
         */
        Optional<Sent> was();
    }

    /** A command that was sent, as far as the log tells. */
    interface Sent {
        /**
         * Its target.
         *
         * @return the stored name of the aggregate
         */
        String aggregate();

        /**
         * Its target.
         *
         * @return the instance
         */
        String instanceId();

        /**
         * What it was.
         *
         * @return the stored name of the command
         */
        String command();

        /**
         * What stands for its payload.
         *
         * @return the CRC32C of its JSON, eight hexadecimal digits
         */
        String payloadSum();

        /**
         * What became of it.
         *
         * @return its outcome when it was sent
         */
        Outcome outcome();

        /**
         * What it wrote.
         *
         * @return the events, none unless it was dispatched
         */
        List<RecordedEvent> events();
    }

    /** What became of a command. */
    enum Outcome {
        /** It wrote events. */
        DISPATCHED,
        /** It was accepted and wrote none. */
        UNCHANGED,
        /** Its rejection was told to the instance. */
        REJECTED,
        /** It failed. */
        DEAD_LETTERED,
        /** It waited behind a failure. */
        PARKED
    }

    /** An instance that would fall to a reaction that fails. */
    interface BrokenInstance {
        /**
         * The instance.
         *
         * @return its key
         */
        String key();

        /**
         * What it was given.
         *
         * @return the event
         */
        RecordedEvent event();

        /**
         * Why.
         *
         * @return what was thrown, for people
         */
        String error();
    }
}
