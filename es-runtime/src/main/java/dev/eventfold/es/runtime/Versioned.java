package dev.eventfold.es.runtime;

import java.util.Objects;

/**
 * The state of an instance and the version it has.
 *
 * @param <A> the class of the aggregate
 * @param state the state, the caller's own
 * @param version the number of events it is folded from; 0 for a new instance
 */
public record Versioned<A>(A state, long version) {
    /** Checks that nothing is missing. */
    public Versioned {
        Objects.requireNonNull(state, "state");
    }
}
