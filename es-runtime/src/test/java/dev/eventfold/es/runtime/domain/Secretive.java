package dev.eventfold.es.runtime.domain;

import dev.eventfold.es.Effect;
import dev.eventfold.es.EventContext;
import dev.eventfold.es.ProcessManager;
import dev.eventfold.es.Reacts;
import java.util.List;

/** Sends work, whatever it says. */
@ProcessManager("secretive")
public class Secretive {
    private int seen;

    @Reacts(sends = Meddle.class)
    List<Effect> on(SourceEvent.Began event, EventContext context) {
        return react(context, event.tasks());
    }

    @Reacts(sends = {})
    List<Effect> on(SourceEvent.Went event, EventContext context) {
        return react(context, event.tasks());
    }

    @Reacts(sends = {Meddle.class, Work.class})
    List<Effect> on(SourceEvent.Finished event, EventContext context) {
        return react(context, event.tasks());
    }

    private List<Effect> react(EventContext context, List<String> tasks) {
        seen++;
        return Tasks.effects(context.instanceId(), tasks);
    }
}
