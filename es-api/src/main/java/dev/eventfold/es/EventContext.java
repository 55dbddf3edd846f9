package dev.eventfold.es;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What is known about an event besides its payload. Immutable. Made by the run time; not for users to implement. */
public interface EventContext {
    /**
     * The aggregate whose stream holds the event.
     *
     * @return its stored name
     */
    String aggregate();

    /**
     * The instance whose stream holds the event, never the process instance that reacts to it.
     *
     * @return its id
     */
    String instanceId();

    /**
     * The process instance that reacts, or the instance of a keyed projection.
     *
     * @return its key; empty without key
     */
    String key();

    /**
     * The event's name.
     *
     * @return as stored
     */
    String event();

    /**
     * The event's id, unique within its stream only.
     *
     * @return as stored
     */
    String eventId();

    /**
     * Its place in its stream.
     *
     * @return 1 for the first event
     */
    long version();

    /**
     * The partition that holds it.
     *
     * @return 0 on stores with one partition
     */
    int partition();

    /**
     * Its place among all events of its partition.
     *
     * @return 1 for the first event
     */
    long position();

    /**
     * When it was decided, by the clock of the store.
     *
     * @return in whole milliseconds
     */
    Instant time();

    /**
     * The flow that it belongs to.
     *
     * @return the correlation id, set or inherited; for a first command its command id
     */
    String correlationId();

    /**
     * What caused it directly.
     *
     * @return the id of the event that was reacted to; for a first command its command id
     */
    String causationId();

    /**
     * Who asked for it.
     *
     * @return empty when nobody said
     */
    Optional<String> actor();

    /**
     * Free entries given with the command or inherited along the flow.
     *
     * @return unmodifiable
     */
    Map<String, String> metadata();
}
