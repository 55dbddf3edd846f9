package counter;

import dev.eventfold.es.EventOf;

/** What happened to a counter. */
@EventOf("counter")
public sealed interface CounterEvent {
    /** It grew by one. */
    record Incremented() implements CounterEvent {}

    /** It shrank by one. */
    record Decremented() implements CounterEvent {}

    /**
     * It grew.
     *
     * @param amount by how many
     */
    record Added(long amount) implements CounterEvent {}
}
