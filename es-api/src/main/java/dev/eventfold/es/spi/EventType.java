package dev.eventfold.es.spi;

import java.util.Objects;

/**
 * One event as generated code knows it.
 *
 * @param <E> the class of the event
 * @param aggregate the stored name of the aggregate whose streams hold it
 * @param name its stored name
 * @param type its class, never a sealed family
 * @param evolution what it was before
 */
public record EventType<E>(String aggregate, String name, Class<E> type, Evolution evolution) {
    /** Checks that nothing is missing. */
    public EventType {
        Objects.requireNonNull(aggregate, "aggregate");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(evolution, "evolution");
    }

    /**
     * Of an event that has its first name and its first shape.
     *
     * @param aggregate the stored name of the aggregate whose streams hold it
     * @param name its stored name
     * @param type its class, never a sealed family
     */
    public EventType(String aggregate, String name, Class<E> type) {
        this(aggregate, name, type, Evolution.FIRST);
    }
}
