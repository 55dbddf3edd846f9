package dev.eventfold.es.benchmarks.program;

import dev.eventfold.es.Aggregate;
import dev.eventfold.es.Applies;
import dev.eventfold.es.CommandFor;
import dev.eventfold.es.CommandRejected;
import dev.eventfold.es.EventOf;
import dev.eventfold.es.Handles;

/**
 * Counts what reaches it.
 *
 * @param total what it has come to
 */
@Aggregate("target")
public record Target(long total) {
    /** Nothing has reached it yet. */
    public Target() {
        this(0);
    }

    /**
     * Sent for each tick.
     *
     * @param by by how much
     */
    @CommandFor("target")
    public record Echo(int by) {}

    /**
     * A tick has reached it.
     *
     * @param by by how much
     */
    @EventOf("target")
    public record Echoed(int by) {}

    @Handles
    Echoed handle(Echo command) {
        if (command.by() < 0) {
            throw new CommandRejected("less than nothing");
        }
        return new Echoed(command.by());
    }

    @Applies
    Target apply(Echoed event) {
        return new Target(total + event.by());
    }
}
