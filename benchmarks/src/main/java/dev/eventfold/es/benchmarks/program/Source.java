package dev.eventfold.es.benchmarks.program;

import dev.eventfold.es.Aggregate;
import dev.eventfold.es.Applies;
import dev.eventfold.es.CommandFor;
import dev.eventfold.es.EventOf;
import dev.eventfold.es.Handles;
import java.util.Collections;
import java.util.List;

/**
 * Counts.
 *
 * @param total what it has come to
 */
@Aggregate("source")
public record Source(long total) {
    /** Nothing counted yet. */
    public Source() {
        this(0);
    }

    /**
     * Counts on.
     *
     * @param by by how much
     */
    @CommandFor("source")
    public record Tick(int by) {}

    /**
     * Counts on several times in one commit. Fills logs quickly.
     *
     * @param times how many events
     */
    @CommandFor("source")
    public record TickOften(int times) {}

    /**
     * It counted on.
     *
     * @param by by how much
     */
    @EventOf("source")
    public record Ticked(int by) {}

    @Handles
    public Ticked handle(Tick command) {
        return new Ticked(command.by());
    }

    @Handles
    public List<Ticked> handle(TickOften command) {
        return Collections.nCopies(command.times(), new Ticked(1));
    }

    @Applies
    public Source apply(Ticked event) {
        return new Source(total + event.by());
    }
}
