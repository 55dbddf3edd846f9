package dev.eventfold.es.runtime.domain;

import dev.eventfold.es.Effect;
import dev.eventfold.es.EventContext;
import dev.eventfold.es.OnRejection;
import dev.eventfold.es.ProcessManager;
import dev.eventfold.es.Reacts;
import dev.eventfold.es.Rejection;
import java.util.ArrayList;
import java.util.List;

/** As {@link Relay}, but hears of rejections: what stands behind the bar in the rejected task is what it does about it. */
@ProcessManager(value = "hearing", key = "key")
public class Hearing {
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

    @OnRejection
    List<Effect> on(Work command, Rejection why, EventContext context) {
        seen.add(context.version() + ":" + why.code());
        return Tasks.effects(context.key(), Tasks.behindBar(command));
    }

    private List<Effect> react(EventContext context, List<String> tasks) {
        seen.add(context.version() + ":" + tasks);
        return Tasks.effects(context.key(), tasks);
    }
}
