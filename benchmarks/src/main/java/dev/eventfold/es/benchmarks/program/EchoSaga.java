package dev.eventfold.es.benchmarks.program;

import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.EventContext;
import dev.eventfold.es.ProcessManager;
import dev.eventfold.es.Reacts;

/** Sends each tick on to the target of the same id: the job that its forerunners were measured with. */
@ProcessManager(EchoSaga.NAME)
public final class EchoSaga {
    /** Its stored name. */
    public static final String NAME = "echo";

    private long seen;

    EchoSaga() {}

    @Reacts(sends = Target.Echo.class)
    public CommandEnvelope on(Source.Ticked event, EventContext context) {
        seen++;
        return Commands.to(context.instanceId(), new Target.Echo(event.by()));
    }

    /**
     * How many ticks it has seen.
     *
     * @return the number
     */
    public long seen() {
        return seen;
    }
}
