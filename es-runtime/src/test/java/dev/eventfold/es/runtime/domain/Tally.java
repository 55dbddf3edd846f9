package dev.eventfold.es.runtime.domain;

import dev.eventfold.es.Aggregate;
import dev.eventfold.es.Applies;
import dev.eventfold.es.Handles;

/** Adds up. */
@Aggregate("tally")
public record Tally(String sum) {
    public Tally() {
        this("");
    }

    @Handles
    Counted handle(Count command) {
        return new Counted(command.amount(), "box");
    }

    @Applies
    Tally apply(Counted event) {
        return new Tally(sum + "+" + event.amount() + event.unit());
    }
}
