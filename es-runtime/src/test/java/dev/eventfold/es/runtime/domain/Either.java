package dev.eventfold.es.runtime.domain;

import dev.eventfold.es.Effect;
import dev.eventfold.es.EventContext;
import dev.eventfold.es.ProcessManager;
import dev.eventfold.es.Reacts;
import java.util.ArrayList;
import java.util.List;

/** Begins with either of two events, and with one for several instances. */
@ProcessManager(value = "either", key = "key")
public class Either {
    private List<String> seen = new ArrayList<>();

    @Reacts(starts = true)
    List<Effect> on(SourceEvent.Began event, EventContext context) {
        return react(context, event.tasks());
    }

    @Reacts(starts = true)
    List<Effect> on(SourceEvent.Went event, EventContext context) {
        return react(context, event.tasks());
    }

    @Reacts(starts = true, key = "keys")
    List<Effect> on(SourceEvent.Told event, EventContext context) {
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

    /** What it reacted to: versions and tasks. */
    public List<String> seen() {
        return seen;
    }
}
