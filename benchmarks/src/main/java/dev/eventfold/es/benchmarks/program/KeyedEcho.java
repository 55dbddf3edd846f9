package dev.eventfold.es.benchmarks.program;

import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.EventContext;
import dev.eventfold.es.ProcessManager;
import dev.eventfold.es.Reacts;

/** The same with an instance for each source, which never ends: as many open instances as there are sources. */
@ProcessManager(value = KeyedEcho.NAME, key = Reacts.INSTANCE_ID)
@SuppressWarnings("eventfold:never-ends")
public final class KeyedEcho {
    /** Its stored name. */
    public static final String NAME = "keyed-echo";

    private long seen;

    KeyedEcho() {}

    @Reacts(starts = true, sends = Target.Echo.class)
    CommandEnvelope on(Source.Ticked event, EventContext context) {
        seen++;
        return Commands.to(context.key(), new Target.Echo(event.by()));
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
