package dev.eventfold.es.spi;

import dev.eventfold.es.Effect;
import dev.eventfold.es.RecordedEvent;
import dev.eventfold.es.StartFrom;
import java.util.List;

/**
 * One subscriber: what it receives, and how it is called. It knows no store. Implemented by generated code, stateless and safe for use by any
 * number of threads; the subscriber itself is the user's object.
 *
 * @param <S> the class of the subscriber
 */
public interface SubscriberDefinition<S> {
    /**
     * The subscriber's name.
     *
     * @return the stored name
     */
    String name();

    /**
     * The subscriber's class.
     *
     * @return the class
     */
    Class<S> type();

    /**
     * Where it begins in a store that does not know it.
     *
     * @return the place
     */
    StartFrom startFrom();

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
     * What it receives. None starts or ends anything: a subscriber has no instances.
     *
     * @return ordered by aggregate and event; older names of an event have their own
     */
    List<Subscription> subscriptions();

    /**
     * Passes an event to the subscriber.
     *
     * @param subscriber the user's object
     * @param event one that {@link #subscriptions()} match
     * @return the commands that it asks for, in order
     * @throws Exception what the subscriber's method throws: it may declare any
     */
    List<Effect> receive(S subscriber, RecordedEvent event) throws Exception;

    /**
     * What reads the events that it takes as objects without reflection.
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
        return new IllegalStateException("generated code is out of step, recompile: subscriber=" + name()
                + ", aggregate=" + event.aggregate() + ", event=" + event.event());
    }
}
