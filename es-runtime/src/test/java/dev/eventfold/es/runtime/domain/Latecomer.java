package dev.eventfold.es.runtime.domain;

import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.EventContext;
import dev.eventfold.es.ProcessManager;
import dev.eventfold.es.Reacts;
import dev.eventfold.es.StartFrom;

/** Reacts to what happens after it came. */
@ProcessManager(value = "latecomer", startFrom = StartFrom.NOW)
public class Latecomer {
    @Reacts
    CommandEnvelope on(SourceEvent.Went event, EventContext context) {
        return Commands.to("late", new Work("late " + context.version()));
    }
}
