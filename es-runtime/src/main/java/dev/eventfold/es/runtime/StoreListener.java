package dev.eventfold.es.runtime;

import dev.eventfold.es.CommandRejected;
import java.time.Duration;
import java.util.Objects;

/**
 * Hears what a store does, for counters and traces: a binding to Micrometer or OpenTelemetry is one class that implements this. Each method does
 * nothing unless it is overridden. Given to {@link AggregateStore.Builder#listener}.
 *
 * <p>Called by the thread that did it, often while others wait for that thread: return at once, and hand what takes time to a thread of your
 * own. Any number of threads call at the same time. A call on the store from in here is refused with {@link IllegalStateException}. What a
 * method throws is logged once and goes no further.
 *
 * <p>Only {@link #commandExecuted} and {@link #synced} tell of what is durable. The rest is told when it is decided, which a failing disk can
 * undo: the store says so when it refuses the next commit.
 */
public interface StoreListener {
    /** Hears nothing. */
    StoreListener NONE = new StoreListener() {};

    /**
     * A command of a caller was answered, whatever the answer.
     *
     * @param command which, and what came of it
     */
    default void commandExecuted(CommandExecuted command) {}

    /**
     * Events got their place in the log, of a caller's command or of a process manager.
     *
     * @param commit how many
     */
    default void committed(Committed commit) {}

    /**
     * Commits were made durable. Not called for a store in memory.
     *
     * @param sync how many, and how long the disk took
     */
    default void synced(Synced sync) {}

    /**
     * A process manager or subscriber has passed some events.
     *
     * @param reactions how many, and what it did
     */
    default void reacted(Reacted reactions) {}

    /**
     * A command or an event has become a dead letter.
     *
     * @param letter why, and where
     */
    default void deadLettered(DeadLettered letter) {}

    /**
     * Positions and indexes were written beside the log, so that opening it again is cheap. Not called for a store in memory.
     *
     * @param checkpoint up to where
     */
    default void checkpointed(Checkpointed checkpoint) {}

    /** What came of a caller's command. */
    enum Outcome {
        /** Accepted, also when it wrote nothing or its id was there. */
        EXECUTED,
        /** The handler said no: {@link CommandRejected}. */
        REJECTED,
        /** Anything else that {@link AggregateStore#execute} throws. */
        FAILED
    }

    /**
     * A command of a caller.
     *
     * @param aggregate the stored name of its aggregate
     * @param command its stored name
     * @param outcome what came of it
     * @param events how many it wrote
     * @param took from the call to the durable answer
     */
    record CommandExecuted(String aggregate, String command, Outcome outcome, int events, Duration took) {
        /** Checks that nothing is missing. */
        public CommandExecuted {
            Objects.requireNonNull(aggregate, "aggregate");
            Objects.requireNonNull(command, "command");
            Objects.requireNonNull(outcome, "outcome");
            Objects.requireNonNull(took, "took");
        }
    }

    /**
     * A commit.
     *
     * @param commit its number
     * @param events how many events it has, those that the system writes for itself among them
     * @param took to decide its place; the disk is not waited for
     */
    record Committed(long commit, int events, Duration took) {
        /** Checks that nothing is missing. */
        public Committed {
            Objects.requireNonNull(took, "took");
        }
    }

    /**
     * A write to the disk that was waited for.
     *
     * @param commit the last commit that is durable now
     * @param bytes how many were written for it
     * @param took to write them, with the fsync where {@link Durability#FSYNC} asks for it
     */
    record Synced(long commit, long bytes, Duration took) {
        /** Checks that nothing is missing. */
        public Synced {
            Objects.requireNonNull(took, "took");
        }
    }

    /**
     * What a process manager or subscriber did in one go.
     *
     * @param processManager its name
     * @param events how many it passed that it reacts to
     * @param position the last position that it has passed
     * @param dispatched commands that wrote events
     * @param deadLettered commands and events that failed
     * @param took to react, decide and commit; the disk is not waited for
     */
    record Reacted(
            String processManager, int events, long position, long dispatched, long deadLettered, Duration took) {
        /** Checks that nothing is missing. */
        public Reacted {
            Objects.requireNonNull(processManager, "processManager");
            Objects.requireNonNull(took, "took");
        }
    }

    /**
     * Something that failed.
     *
     * @param consumer the name that the process manager or subscriber is kept under
     * @param cause what kind of failure
     * @param sequence what may wait behind it
     */
    record DeadLettered(String consumer, DeadLetter.Cause cause, String sequence) {
        /** Checks that nothing is missing. */
        public DeadLettered {
            Objects.requireNonNull(consumer, "consumer");
            Objects.requireNonNull(cause, "cause");
            Objects.requireNonNull(sequence, "sequence");
        }
    }

    /**
     * What was written beside the log.
     *
     * @param commit the commit that it knows
     * @param withIndex whether the index was written too
     * @param took to write it
     */
    record Checkpointed(long commit, boolean withIndex, Duration took) {
        /** Checks that nothing is missing. */
        public Checkpointed {
            Objects.requireNonNull(took, "took");
        }
    }
}
