package dev.eventfold.es.spi;

import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * One step from an older shape to the next.
 *
 * @param <F> the older shape
 * @param <T> the next one
 * @param from the version of the older shape, from 1
 * @param reads the class that the older shape is read as
 * @param step makes the next shape; the user's method
 */
public record Upcaster<F, T>(int from, Class<F> reads, Function<? super F, ? extends T> step) {
    /** Checks that nothing is missing. */
    public Upcaster {
        Objects.requireNonNull(reads, "reads");
        Objects.requireNonNull(step, "step");
    }

    /**
     * Of an older shape that is read as its members.
     *
     * @param <T> the next shape
     * @param from the version of the older shape, from 1
     * @param step makes the next shape; the user's method
     * @return the step
     */
    public static <T> Upcaster<?, T> ofMembers(int from, Function<Map<String, Object>, ? extends T> step) {
        return new Upcaster<>(from, Map.class, members -> step.apply(named(members)));
    }

    @SuppressWarnings("unchecked") // the codec reads the members of a JSON object, whose names are text
    private static Map<String, Object> named(Map<?, ?> members) {
        return (Map<String, Object>) members;
    }
}
