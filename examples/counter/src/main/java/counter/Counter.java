package counter;

import dev.eventfold.es.Aggregate;
import dev.eventfold.es.Applies;
import dev.eventfold.es.CommandRejected;
import dev.eventfold.es.Handles;

/**
 * A number that never falls below zero.
 *
 * @param value the number
 */
@Aggregate("counter")
public record Counter(long value) {
    /** A new counter stands at zero. */
    public Counter() {
        this(0);
    }

    @Handles
    CounterEvent handle(CounterCommand.Increment command) {
        return new CounterEvent.Incremented();
    }

    @Handles
    CounterEvent handle(CounterCommand.Decrement command) {
        if (value == 0) {
            throw new AlreadyZero();
        }
        return new CounterEvent.Decremented();
    }

    @Handles
    CounterEvent handle(CounterCommand.Add command) {
        return new CounterEvent.Added(command.amount());
    }

    @Applies
    Counter apply(CounterEvent.Incremented event) {
        return new Counter(value + 1);
    }

    @Applies
    Counter apply(CounterEvent.Decremented event) {
        return new Counter(value - 1);
    }

    @Applies
    Counter apply(CounterEvent.Added event) {
        return new Counter(value + event.amount());
    }

    /** A counter at zero was told to count down. */
    static final class AlreadyZero extends CommandRejected {
        private static final long serialVersionUID = 1L;

        AlreadyZero() {
            super("counter is already zero");
        }
    }
}
