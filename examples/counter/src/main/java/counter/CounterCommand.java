package counter;

import dev.eventfold.es.CommandFor;

/** What a counter can be told. */
@CommandFor("counter")
public sealed interface CounterCommand {
    /** One more. */
    record Increment() implements CounterCommand {}

    /** One less; rejected at zero. */
    record Decrement() implements CounterCommand {}

    /**
     * Several more.
     *
     * @param amount how many
     */
    record Add(long amount) implements CounterCommand {}
}
