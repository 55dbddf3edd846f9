package dev.eventfold.es.spi;

import java.util.Objects;

/**
 * One command as generated code knows it.
 *
 * @param <C> the class of the command
 * @param aggregate the stored name of the aggregate that handles it
 * @param name its stored name
 * @param type its class, never a sealed family
 */
public record CommandType<C>(String aggregate, String name, Class<C> type) {
    /** Checks that nothing is missing. */
    public CommandType {
        Objects.requireNonNull(aggregate, "aggregate");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
    }
}
