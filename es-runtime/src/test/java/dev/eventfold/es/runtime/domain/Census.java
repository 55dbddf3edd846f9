package dev.eventfold.es.runtime.domain;

import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.ProcessManager;
import dev.eventfold.es.Reacts;
import dev.eventfold.es.RecordedEvent;
import dev.eventfold.es.StartFrom;
import java.util.ArrayList;
import java.util.List;

/** Reads what is counted, of whichever aggregate, as it is stored. */
@ProcessManager(value = "census", startFrom = StartFrom.BEGINNING)
public class Census {
    private List<String> seen = new ArrayList<>();

    @Reacts(aggregate = Reacts.ANY, event = "Counted")
    CommandEnvelope on(RecordedEvent event) {
        seen.add(event.aggregate() + "/" + event.event());
        return Commands.to(event.instanceId(), new Work(String.join(" ", seen)));
    }
}
