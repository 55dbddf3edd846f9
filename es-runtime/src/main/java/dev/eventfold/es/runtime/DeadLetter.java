package dev.eventfold.es.runtime;

import dev.eventfold.es.RecordedEvent;
import java.time.Instant;
import java.util.Optional;

/** A command or an event that failed in a process manager. Immutable. Made by the run time; not for users to implement. */
public sealed interface DeadLetter permits FailedCommand, FailedEvent {
    /**
     * Its id, for {@link DeadLetters#find}.
     *
     * @return unique within the process manager
     */
    String id();

    /**
     * The process manager.
     *
     * @return its stored name
     */
    String processManager();

    /**
     * The process instance.
     *
     * @return its key; empty without key, and when the key could not be told
     */
    String key();

    /**
     * The event that was reacted to.
     *
     * @return the event as stored
     */
    RecordedEvent event();

    /**
     * The kind of failure.
     *
     * @return the kind
     */
    Cause cause();

    /**
     * What was thrown, for people.
     *
     * @return the text
     */
    String error();

    /**
     * How often it was tried.
     *
     * @return at least 1
     */
    int attempts();

    /**
     * When it failed first.
     *
     * @return by the clock of the store
     */
    Instant firstTime();

    /**
     * When it failed last.
     *
     * @return by the clock of the store
     */
    Instant lastTime();

    /**
     * What became of it.
     *
     * @return the state
     */
    State state();

    /**
     * Why somebody gave it up.
     *
     * @return empty unless {@link State#EVICTED}
     */
    Optional<String> evictedBecause();

    /**
     * What waits behind it.
     *
     * @return the number of commands and events parked between this failure and the next one of the sequence
     */
    long parkedBehind();

    /** What became of a dead letter. */
    enum State {
        /** It waits. */
        PENDING,
        /** It was tried again and went through. */
        RETRIED,
        /** Somebody gave it up. */
        EVICTED
    }

    /** Kinds of failure. */
    enum Cause {
        /** The handler said no, or the stream did not have the version that the command expects. */
        REJECTED,
        /** The handler said "not yet" too often. */
        RETRIES_EXHAUSTED,
        /** Nobody handles the command. */
        UNKNOWN_COMMAND,
        /** A payload does not fit its class: of the command, of the event, or of an event of the target. */
        UNREADABLE,
        /** The handler or an applier of the target threw something else, or returned {@code null}. */
        HANDLER_FAILED,
        /** The reaction threw or returned {@code null}, or the event's key is not legal. */
        REACTION_FAILED,
        /** The event is for an instance that does not live, and the process manager is strict. */
        NO_INSTANCE
    }
}
