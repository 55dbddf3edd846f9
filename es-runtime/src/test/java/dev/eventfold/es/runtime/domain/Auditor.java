package dev.eventfold.es.runtime.domain;

import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.ProcessManager;
import dev.eventfold.es.Reacts;
import dev.eventfold.es.RecordedEvent;
import dev.eventfold.es.StartFrom;

/** Reads every event of every aggregate as it is stored, from the beginning. */
@ProcessManager(value = "auditor", startFrom = StartFrom.BEGINNING)
public class Auditor {
    private int events;

    @Reacts(aggregate = Reacts.ANY)
    void any(RecordedEvent event) {
        events++;
    }

    @Reacts(aggregate = "source", event = "Finished")
    CommandEnvelope finished(RecordedEvent event) {
        return CommandEnvelope.ofJson(
                "machine", "audit", "Work", "{\"task\":\"" + events + " " + event.position() + "\"}");
    }
}
