package dev.eventfold.es.spi;

import java.util.Objects;

/**
 * One event as generated code knows it.
 *
 * @param <E> the class of the event
 * @param aggregate the stored name of the aggregate whose streams hold it
 * @param name its stored name
 * @param type its class, never a sealed family
 */
public record EventType<E>(String aggregate, String name, Class<E> type) {
    /** Checks that nothing is missing. */
    public EventType {
        Objects.requireNonNull(aggregate, "aggregate");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
    }
}
