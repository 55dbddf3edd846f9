package dev.eventfold.es.runtime.observe;

import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.runtime.DeadLetter;
import dev.eventfold.es.runtime.StoreListener;
import java.util.function.Supplier;
import jdk.jfr.Event;

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
     * Whether anybody wants to know of something, where telling it takes work.
     *
     * @param ongoing what was begun
     * @return false when telling it would be in vain
     */
    public boolean wants(Ongoing<?> ongoing) {
        return listening || ongoing.isRecorded();
    }

    /**
     * Something begins now.
     *
     * @param <E> what
     * @param recorded makes its recorded form, where a flight recorder runs
     * @return what to tell when it is over
     */
    public <E extends Event> Ongoing<E> begin(Supplier<E> recorded) {
        return Ongoing.begin(recorded, listening);
    }

    /**
     * A command is answered.
     *
     * @param ongoing what was begun
     * @param envelope the command
     * @param outcome what came of it
     * @param events how many it wrote
     */
    public void executed(
            Ongoing<CommandEvent> ongoing, CommandEnvelope envelope, StoreListener.Outcome outcome, int events) {
        CommandEvent event = ongoing.toCommit();
        if (event != null) {
            event.aggregate = envelope.aggregate();
            event.command = envelope.command();
            event.outcome = outcome.name();
            event.events = events;
            event.commit();
        }
        if (listening) {
            listener.commandExecuted(new StoreListener.CommandExecuted(
                    envelope.aggregate(), envelope.command(), outcome, events, ongoing.elapsed()));
        }
    }

    /**
     * Events got their place in the log.
     *
     * @param ongoing what was begun
     * @param commit the commit's number
     * @param events how many
     */
    public void committed(Ongoing<CommitEvent> ongoing, long commit, int events) {
        CommitEvent event = ongoing.toCommit();
        if (event != null) {
            event.commit = commit;
            event.events = events;
            event.commit();
        }
        if (listening) {
            listener.committed(new StoreListener.Committed(commit, events, ongoing.elapsed()));
        }
    }

    /**
     * Commits are durable.
     *
     * @param ongoing what was begun
     * @param commit the last of them
     * @param bytes how many were written
     */
    public void synced(Ongoing<FsyncEvent> ongoing, long commit, long bytes) {
        FsyncEvent event = ongoing.toCommit();
        if (event != null) {
            event.commit = commit;
            event.bytes = bytes;
            event.commit();
        }
        if (listening) {
            listener.synced(new StoreListener.Synced(commit, bytes, ongoing.elapsed()));
        }
    }

    /**
     * A process manager has passed some events.
     *
     * @param ongoing what was begun
     * @param processManager its name
     * @param events how many, that it reacts to
     * @param position up to where
     * @param dispatched commands that wrote events
     * @param deadLettered what failed
     */
    public void reacted(
            Ongoing<ReactionEvent> ongoing,
            String processManager,
            int events,
            long position,
            long dispatched,
            long deadLettered) {
        ReactionEvent event = ongoing.toCommit();
        if (event != null) {
            event.processManager = processManager;
            event.events = events;
            event.position = position;
            event.dispatched = dispatched;
            event.deadLettered = deadLettered;
            event.commit();
        }
        if (listening) {
            listener.reacted(new StoreListener.Reacted(
                    processManager, events, position, dispatched, deadLettered, ongoing.elapsed()));
        }
    }

    /**
     * Something has failed and is kept.
     *
     * @param ongoing a new one
     * @param consumer whose it is
     * @param cause what kind of failure
     * @param sequence what may wait behind it
     */
    public void deadLettered(
            Ongoing<DeadLetterEvent> ongoing, String consumer, DeadLetter.Cause cause, String sequence) {
        DeadLetterEvent event = ongoing.toCommit();
        if (event != null) {
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
     * @param ongoing what was begun
     * @param commit the commit that they know
     * @param withIndex whether the index is among them
     */
    public void checkpointed(Ongoing<CheckpointEvent> ongoing, long commit, boolean withIndex) {
        CheckpointEvent event = ongoing.toCommit();
        if (event != null) {
            event.commit = commit;
            event.withIndex = withIndex;
            event.commit();
        }
        if (listening) {
            listener.checkpointed(new StoreListener.Checkpointed(commit, withIndex, ongoing.elapsed()));
        }
    }

    /**
     * The state of an aggregate was kept beside the log.
     *
     * @param ongoing what was begun
     * @param aggregate its stored name
     * @param version the number of events that the state is of
     * @param bytes how large it is
     */
    public void kept(Ongoing<SnapshotEvent> ongoing, String aggregate, long version, int bytes) {
        SnapshotEvent event = ongoing.toCommit();
        if (event != null) {
            event.aggregate = aggregate;
            event.version = version;
            event.bytes = bytes;
            event.commit();
        }
    }
}
