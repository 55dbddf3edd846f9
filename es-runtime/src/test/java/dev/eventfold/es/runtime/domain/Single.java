package dev.eventfold.es.runtime.domain;

import dev.eventfold.es.Effect;
import dev.eventfold.es.EventContext;
import dev.eventfold.es.ProcessManager;
import dev.eventfold.es.Reacts;
import java.util.List;

/** Without key: one instance, whose sequences are the source streams. */
@ProcessManager("single")
public class Single {
    private int seen;

    @Reacts
    List<Effect> on(SourceEvent event, EventContext context) {
        seen++;
        return Tasks.effects(context.instanceId(), event.tasks());
    }

    /** How many events it reacted to. */
    public int seen() {
        return seen;
    }
}
