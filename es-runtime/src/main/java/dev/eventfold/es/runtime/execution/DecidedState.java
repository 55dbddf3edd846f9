package dev.eventfold.es.runtime.execution;

/**
 * The state of an instance with all that is decided, and its version.
 *
 * @param <A> the class of the aggregate
 * @param state the state, which appliers may change in place
 * @param version the number of its events
 */
public record DecidedState<A>(A state, long version) {}
