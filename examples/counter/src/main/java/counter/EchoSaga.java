package counter;

import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.ProcessManager;
import dev.eventfold.es.Reacts;
import dev.eventfold.es.RecordedEvent;

/** Echoes every event of every counter to the target of the same name. It has no key: one instance sees them all. */
@ProcessManager("echo-saga")
public final class EchoSaga {
    private long eventsSeen;

    @Reacts(aggregate = "counter", sends = Echo.class)
    CommandEnvelope on(RecordedEvent event) {
        eventsSeen++;
        return Commands.to(event.instanceId(), new Echo(event.event())).withCorrelationId("echo-" + eventsSeen);
    }
}
