package dev.eventfold.es.runtime.domain;

import dev.eventfold.es.Aggregate;
import dev.eventfold.es.Applies;
import dev.eventfold.es.Handles;

/** Does what no aggregate must, in its handler or in its applier. */
@Aggregate("meddler")
public record Meddler() {
    public static Runnable action = () -> {};

    @Handles
    Meddled handle(Meddle command) {
        if (!command.later()) {
            action.run();
        }
        return new Meddled();
    }

    @Applies
    Meddler apply(Meddled event) {
        action.run();
        return this;
    }
}
