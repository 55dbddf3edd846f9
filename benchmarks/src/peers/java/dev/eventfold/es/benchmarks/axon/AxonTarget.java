package dev.eventfold.es.benchmarks.axon;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Counts what reaches it: what {@link dev.eventfold.es.benchmarks.program.Target} is with us. */
public final class AxonTarget {
    // Axon reads it.
    @SuppressWarnings("UnusedVariable")
    @AggregateIdentifier
    private @Nullable String id;

    private long total;

    /**
     * Sent for each tick.
     *
     * @param id which one
     * @param by by how much
     */
    public record Echo(@TargetAggregateIdentifier String id, int by) {}

    /**
     * A tick has reached it.
     *
     * @param id which one
     * @param by by how much
     */
    public record Echoed(String id, int by) {}

    /** Nothing has reached it yet. */
    public AxonTarget() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(Echo command) {
        AggregateLifecycle.apply(new Echoed(command.id(), command.by()));
    }

    @EventSourcingHandler
    void on(Echoed event) {
        id = event.id();
        total += event.by();
    }

    long total() {
        return total;
    }
}
