package dev.eventfold.es.runtime.observe;

import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.runtime.DeadLetter;
import dev.eventfold.es.runtime.StoreListener;
import java.time.Duration;

/**
 * Tells Java Flight Recorder and the program's listener what the store does. Costs next to nothing while neither wants to know. Safe for use by
 * any number of threads.
 *
 * <p>What takes time is begun first, and told when it is over; what is begun and not told leaves no trace.
 */
public final class Observer {
    /** Tells flight recordings only. */
    public static final Observer WITHOUT_LISTENER = new Observer(StoreListener.NONE);

    private final StoreListener listener;
    private final boolean listening;

    /**
     * With a listener that throws nothing.
     *
     * @param listener hears everything
     */
    public Observer(StoreListener listener) {
        this.listener = listener;
        this.listening = listener != StoreListener.NONE;
    }

    /**
     * Whether anybody wants to know of something of this kind, where telling it takes work.
     *
     * @param event one of the kind
     * @return false when telling it would be in vain
     */
    public boolean wants(Observed event) {
        return listening || event.isEnabled();
    }

    /**
     * Something begins now.
     *
     * @param <E> what
     * @param event the event
     * @return the same
     */
    public <E extends Observed> E begin(E event) {
        if (listening) {
            event.beganNanos = System.nanoTime();
        }
        event.begin();
        return event;
    }

    /**
     * A command is answered.
     *
     * @param event what was begun
     * @param envelope the command
     * @param outcome what came of it
     * @param events how many it wrote
     */
    public void executed(CommandEvent event, CommandEnvelope envelope, StoreListener.Outcome outcome, int events) {
        if (event.shouldCommit()) {
            event.aggregate = envelope.aggregate();
            event.command = envelope.command();
            event.outcome = outcome.name();
            event.events = events;
            event.commit();
        }
        if (listening) {
            listener.commandExecuted(new StoreListener.CommandExecuted(
                    envelope.aggregate(), envelope.command(), outcome, events, since(event)));
        }
    }

    /**
     * Events got their place in the log.
     *
     * @param event what was begun
     * @param commit the commit's number
     * @param events how many
     */
    public void committed(CommitEvent event, long commit, int events) {
        if (event.shouldCommit()) {
            event.commit = commit;
            event.events = events;
            event.commit();
        }
        if (listening) {
            listener.committed(new StoreListener.Committed(commit, events, since(event)));
        }
    }

    /**
     * Commits are durable.
     *
     * @param event what was begun
     * @param commit the last of them
     * @param bytes how many were written
     */
    public void synced(FsyncEvent event, long commit, long bytes) {
        if (event.shouldCommit()) {
            event.commit = commit;
            event.bytes = bytes;
            event.commit();
        }
        if (listening) {
            listener.synced(new StoreListener.Synced(commit, bytes, since(event)));
        }
    }

    /**
     * A process manager has passed some events.
     *
     * @param event what was begun
     * @param processManager its name
     * @param events how many, that it reacts to
     * @param position up to where
     * @param dispatched commands that wrote events
     * @param deadLettered what failed
     */
    public void reacted(
            ReactionEvent event, String processManager, int events, long position, long dispatched, long deadLettered) {
        if (event.shouldCommit()) {
            event.processManager = processManager;
            event.events = events;
            event.position = position;
            event.dispatched = dispatched;
            event.deadLettered = deadLettered;
            event.commit();
        }
        if (listening) {
            listener.reacted(new StoreListener.Reacted(
                    processManager, events, position, dispatched, deadLettered, since(event)));
        }
    }

    /**
     * Something has failed and is kept.
     *
     * @param event a new one
     * @param consumer whose it is
     * @param cause what kind of failure
     * @param sequence what may wait behind it
     */
    public void deadLettered(DeadLetterEvent event, String consumer, DeadLetter.Cause cause, String sequence) {
        if (event.shouldCommit()) {
            event.consumer = consumer;
            event.cause = cause.name();
            event.sequence = sequence;
            event.commit();
        }
        if (listening) {
            listener.deadLettered(new StoreListener.DeadLettered(consumer, cause, sequence));
        }
    }

    /**
     * Caches were written beside the log.
     *
     * @param event what was begun
     * @param commit the commit that they know
     * @param withIndex whether the index is among them
     */
    public void checkpointed(CheckpointEvent event, long commit, boolean withIndex) {
        if (event.shouldCommit()) {
            event.commit = commit;
            event.withIndex = withIndex;
            event.commit();
        }
        if (listening) {
            listener.checkpointed(new StoreListener.Checkpointed(commit, withIndex, since(event)));
        }
    }

    /**
     * The state of an aggregate was kept beside the log.
     *
     * @param event what was begun
     * @param aggregate its stored name
     * @param version the number of events that the state is of
     * @param bytes how large it is
     */
    public void kept(SnapshotEvent event, String aggregate, long version, int bytes) {
        if (event.shouldCommit()) {
            event.aggregate = aggregate;
            event.version = version;
            event.bytes = bytes;
            event.commit();
        }
    }

    private static Duration since(Observed event) {
        return Duration.ofNanos(System.nanoTime() - event.beganNanos);
    }
}
