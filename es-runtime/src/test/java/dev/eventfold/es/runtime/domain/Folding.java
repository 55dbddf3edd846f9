package dev.eventfold.es.runtime.domain;

import dev.eventfold.es.Applies;
import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.ProcessManager;
import dev.eventfold.es.Reacts;

/** A record: state first, by appliers, then the reaction on the new state. */
@ProcessManager(value = "folding", key = "key")
public record Folding(int sum) {
    public Folding() {
        this(0);
    }

    @Applies
    Folding apply(SourceEvent.Began event) {
        return new Folding(event.tasks().size());
    }

    @Applies
    Folding apply(SourceEvent.Went event) {
        return new Folding(sum + event.tasks().size());
    }

    @Reacts(starts = true)
    void on(SourceEvent.Began event) {}

    @Reacts
    void on(SourceEvent.Went event) {}

    @Reacts(ends = true)
    CommandEnvelope on(SourceEvent.Finished event) {
        return Commands.to(event.key(), new Work("sum " + sum));
    }
}
