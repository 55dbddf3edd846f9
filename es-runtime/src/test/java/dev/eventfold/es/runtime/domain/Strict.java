package dev.eventfold.es.runtime.domain;

import dev.eventfold.es.Effect;
import dev.eventfold.es.EventContext;
import dev.eventfold.es.ProcessManager;
import dev.eventfold.es.Reacts;
import java.util.ArrayList;
import java.util.List;

/** As {@link Relay}, with {@code strict = true}. */
@ProcessManager(value = "strict", key = "key", strict = true)
public class Strict {
    private List<String> seen = new ArrayList<>();

    @Reacts(starts = true)
    List<Effect> on(SourceEvent.Began event, EventContext context) {
        return react(context, event.tasks());
    }

    @Reacts
    List<Effect> on(SourceEvent.Went event, EventContext context) {
        return react(context, event.tasks());
    }

    @Reacts(ends = true)
    List<Effect> on(SourceEvent.Finished event, EventContext context) {
        return react(context, event.tasks());
    }

    private List<Effect> react(EventContext context, List<String> tasks) {
        seen.add(context.version() + ":" + tasks);
        return Tasks.effects(context.key(), tasks);
    }
}
