package dev.eventfold.es.spi;

import dev.eventfold.es.Effect;
import dev.eventfold.es.OnFailure;
import dev.eventfold.es.RecordedEvent;
import dev.eventfold.es.StartFrom;
import java.util.List;

/**
 * One process manager: which instance an event is for, and what that instance does, as pure functions that know no store. Implemented by
 * generated code, stateless and safe for use by any number of threads.
 *
 * <p>For one event the run time calls {@link #keys}, and for each key {@link #apply} and then {@link #react} on the state that came out
 * of it.
 *
 * @param <P> the class of the process manager, which is the state of one instance
 */
public interface ProcessManagerDefinition<P> {
    /**
     * The process manager's name.
     *
     * @return the stored name
     */
    String name();

    /**
     * The process manager's class.
     *
     * @return the class
     */
    Class<P> type();

    /**
     * Whether there is one instance for each key.
     *
     * @return false when there is one instance in all, whose key is empty
     */
    boolean keyed();

    /**
     * What a failure means for what comes after it.
     *
     * @return the policy
     */
    OnFailure onFailure();

    /**
     * Where it begins in a store that is older than it.
     *
     * @return the place
     */
    StartFrom startFrom();

    /**
     * Whether an event for an instance that does not live is a dead letter.
     *
     * @return false when it is ignored and counted
     */
    boolean strict();

    /**
     * What the state of its instances was before.
     *
     * @return the versions of its shape
     */
    default Evolution evolution() {
        return Evolution.FIRST;
    }

    /**
     * The events among those it takes as objects that have older shapes: a consumer must be able to read what was stored by an aggregate
     * that is not part of its program.
     *
     * @return ordered by aggregate and stored name; none when each has its first shape
     */
    default List<EventType<?>> evolvedEvents() {
        return List.of();
    }

    /**
     * What it reacts to.
     *
     * @return ordered by aggregate and event; older names of an event have their own
     */
    List<Subscription> subscriptions();

    /**
     * The state of an instance that begins.
     *
     * @return a new one
     */
    P initial();

    /**
     * The instances that an event is for.
     *
     * @param event one that {@link #subscriptions()} match
     * @return distinct keys, in order, not yet checked; one empty key when there is one instance in all
     */
    List<String> keys(RecordedEvent event);

    /**
     * Folds an event into the state, where the class says how.
     *
     * @param state the state before; a mutable one may be changed in place
     * @param event one that {@link #subscriptions()} match
     * @return the state after
     */
    default P apply(P state, RecordedEvent event) {
        return state;
    }

    /**
     * Reacts to an event.
     *
     * @param state the state after {@link #apply}; a mutable one may be changed in place
     * @param event one that {@link #subscriptions()} match, with {@link RecordedEvent#key()} of the instance
     * @return the effects, in order
     */
    List<Effect> react(P state, RecordedEvent event);

    /**
     * The rejections that it reacts to.
     *
     * @return ordered by aggregate and command, each command by the name that it has now
     */
    default List<RejectionReaction> rejectionReactions() {
        return List.of();
    }

    /**
     * Reacts to the rejection of a command that the instance sent.
     *
     * @param state the state; a mutable one may be changed in place
     * @param rejected one that {@link #rejectionReactions()} match
     * @return the effects, in order
     */
    default List<Effect> reactToRejection(P state, RejectedCommand rejected) {
        throw unknown(rejected);
    }

    /**
     * The timeouts that it reacts to.
     *
     * @return ordered by name
     */
    default List<TimeoutReaction> timeoutReactions() {
        return List.of();
    }

    /**
     * What reads and writes its state, and what it takes as objects, without reflection.
     *
     * @return none for what only the general codec covers
     */
    default List<PayloadCodec> codecs() {
        return List.of();
    }

    /**
     * Reacts to a timeout.
     *
     * @param state the state; a mutable one may be changed in place
     * @param timeout one that {@link #timeoutReactions()} names
     * @return the effects, in order
     */
    default List<Effect> reactToTimeout(P state, FiredTimeout timeout) {
        throw unknown(timeout);
    }

    /**
     * What to throw for an event that this definition does not know, which the run time never passes.
     *
     * @param event the event
     * @return the exception
     */
    default IllegalStateException unknown(RecordedEvent event) {
        return new IllegalStateException("generated code is out of step, recompile: processManager=" + name()
                + ", aggregate=" + event.aggregate() + ", event=" + event.event());
    }

    /**
     * What to throw for a rejection that this definition does not know, which the run time never passes.
     *
     * @param rejected the rejection
     * @return the exception
     */
    default IllegalStateException unknown(RejectedCommand rejected) {
        return new IllegalStateException("generated code is out of step, recompile: processManager=" + name()
                + ", rejected=" + rejected.target() + "/" + rejected.command());
    }

    /**
     * What to throw for a timeout that this definition does not know, which the run time never passes.
     *
     * @param timeout the timeout
     * @return the exception
     */
    default IllegalStateException unknown(FiredTimeout timeout) {
        return new IllegalStateException("generated code is out of step, recompile: processManager=" + name()
                + ", timeout=" + timeout.timeout());
    }
}
