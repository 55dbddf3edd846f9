package dev.eventfold.es.spi;

import java.util.Objects;

/**
 * One command as generated code knows it.
 *
 * @param <C> the class of the command
 * @param aggregate the stored name of the aggregate that handles it
 * @param name its stored name
 * @param type its class, never a sealed family
 * @param evolution what it was before
 */
public record CommandType<C>(String aggregate, String name, Class<C> type, Evolution evolution) {
    /** Checks that nothing is missing. */
    public CommandType {
        Objects.requireNonNull(aggregate, "aggregate");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(evolution, "evolution");
    }

    /**
     * Of a command that has its first name and its first shape.
     *
     * @param aggregate the stored name of the aggregate that handles it
     * @param name its stored name
     * @param type its class, never a sealed family
     */
    public CommandType(String aggregate, String name, Class<C> type) {
        this(aggregate, name, type, Evolution.FIRST);
    }
}
