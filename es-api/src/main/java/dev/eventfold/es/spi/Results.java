package dev.eventfold.es.spi;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Brings every result that a handler or reaction may have to one shape: an unmodifiable list. A {@code null}, alone or as an element, is a
 * failure.
 */
public final class Results {
    private static final String NULL =
            "returned null: for nothing, return void, Optional.empty(), List.of() or Stream.empty()";

    private Results() {}

    /**
     * Of a single result.
     *
     * @param <T> the element
     * @param result the result
     * @return a list of one
     */
    public static <T> List<T> one(T result) {
        return List.of(Objects.requireNonNull(result, NULL));
    }

    /**
     * Of an optional result.
     *
     * @param <T> the element
     * @param result the result
     * @return a list of one or none
     */
    @SuppressWarnings("OptionalUsedAsFieldOrParameterType")
    public static <T> List<T> optional(Optional<? extends T> result) {
        Objects.requireNonNull(result, NULL);
        return result.isPresent() ? List.of(result.get()) : List.of();
    }

    /**
     * Of a list of results.
     *
     * @param <T> the element
     * @param result the result
     * @return a copy
     */
    public static <T> List<T> list(List<? extends T> result) {
        Objects.requireNonNull(result, NULL);
        return List.copyOf(result);
    }

    /**
     * Of a stream of results.
     *
     * @param <T> the element
     * @param result the result, consumed and closed by this
     * @return its elements
     */
    public static <T> List<T> stream(Stream<? extends T> result) {
        Objects.requireNonNull(result, NULL);
        try (result) {
            return List.copyOf(result.toList());
        }
    }
}
