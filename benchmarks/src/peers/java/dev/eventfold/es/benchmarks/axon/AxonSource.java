package dev.eventfold.es.benchmarks.axon;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Counts: what {@link dev.eventfold.es.benchmarks.program.Source} is with us. */
public final class AxonSource {
    // Axon reads it.
    @SuppressWarnings("UnusedVariable")
    @AggregateIdentifier
    private @Nullable String id;

    private long total;

    /**
     * Counts on.
     *
     * @param id which one
     * @param by by how much
     */
    public record Tick(@TargetAggregateIdentifier String id, int by) {}

    /**
     * Counts on several times in one unit of work, once it has begun to. Fills stores quickly.
     *
     * @param id which one
     * @param times how many events
     */
    public record TickOften(@TargetAggregateIdentifier String id, int times) {}

    /**
     * Asks what it has come to.
     *
     * @param id which one
     */
    public record Total(@TargetAggregateIdentifier String id) {}

    /**
     * It counted on.
     *
     * @param id which one
     * @param by by how much
     */
    public record Ticked(String id, int by) {}

    /** Nothing counted yet. */
    public AxonSource() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(Tick command) {
        AggregateLifecycle.apply(new Ticked(command.id(), command.by()));
    }

    @CommandHandler
    void handle(TickOften command) {
        for (int i = 0; i < command.times(); i++) {
            AggregateLifecycle.apply(new Ticked(command.id(), 1));
        }
    }

    @CommandHandler
    long handle(Total command) {
        return total;
    }

    @EventSourcingHandler
    void on(Ticked event) {
        id = event.id();
        total += event.by();
    }
}
