package dev.eventfold.es.spi;

import dev.eventfold.es.RecordedEvent;
import java.util.List;

/**
 * One projection: which instance an event is for, and what that makes of its state, as pure functions that know no store. Implemented by
 * generated code, stateless and safe for use by any number of threads.
 *
 * <p>For one event the run time calls {@link #keys}, and for each key {@link #project}.
 *
 * @param <P> the class of the projection, which is the state of one instance
 */
public interface ProjectionDefinition<P> {
    /**
     * The projection's name.
     *
     * @return the stored name
     */
    String name();

    /**
     * The projection's class.
     *
     * @return the class
     */
    Class<P> type();

    /**
     * The version of the shape and meaning of its state.
     *
     * @return at least 1
     */
    int version();

    /**
     * A sum over the events that it takes, their keys and what its state consists of. States that were kept under another one are of no use.
     *
     * @return text that changes with any of them
     */
    default String wiring() {
        return "";
    }

    /**
     * Whether there is one instance for each key.
     *
     * @return false when there is one instance in all, whose key is empty
     */
    boolean keyed();

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
     * What it projects. None starts or ends an instance: one begins with its first event.
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
     * Folds an event into the state.
     *
     * @param state the state before; a mutable one may be changed in place
     * @param event one that {@link #subscriptions()} match, with {@link RecordedEvent#key()} of the instance
     * @return the state after
     */
    P project(P state, RecordedEvent event);

    /**
     * What reads and writes its state, and what it takes as objects, without reflection.
     *
     * @return none for what only the general codec covers
     */
    default List<PayloadCodec> codecs() {
        return List.of();
    }

    /**
     * What to throw for an event that this definition does not know, which the run time never passes.
     *
     * @param event the event
     * @return the exception
     */
    default IllegalStateException unknown(RecordedEvent event) {
        return new IllegalStateException("generated code is out of step, recompile: projection=" + name()
                + ", aggregate=" + event.aggregate() + ", event=" + event.event());
    }
}
