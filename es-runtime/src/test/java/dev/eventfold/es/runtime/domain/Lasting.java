package dev.eventfold.es.runtime.domain;

import dev.eventfold.es.Effect;
import dev.eventfold.es.EventContext;
import dev.eventfold.es.OnRejection;
import dev.eventfold.es.OnTimeout;
import dev.eventfold.es.ProcessManager;
import dev.eventfold.es.Reacts;
import dev.eventfold.es.Rejection;
import dev.eventfold.es.TimeoutName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** As {@link Waiting}, but hears of rejections too, as {@link Hearing} does: all that can happen to an instance in the years of its life. */
@ProcessManager(value = "lasting", key = "key")
public class Lasting {
    private static final Map<String, TimeoutName> NAMES = Map.of(
            "first", LastingTimeouts.FIRST,
            "second", LastingTimeouts.SECOND,
            "last", LastingTimeouts.LAST);

    private Map<String, List<String>> agenda = new TreeMap<>();
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

    @OnTimeout("first")
    List<Effect> first(EventContext context) {
        return react(context, TimedTasks.due(agenda, "first", context));
    }

    @OnTimeout("second")
    List<Effect> second(EventContext context) {
        return react(context, TimedTasks.due(agenda, "second", context));
    }

    @OnTimeout(value = "last", ends = true)
    List<Effect> last(EventContext context) {
        return react(context, TimedTasks.due(agenda, "last", context));
    }

    @OnRejection
    List<Effect> on(Work command, Rejection why, EventContext context) {
        seen.add(why.code());
        return react(context, Tasks.behindBar(command));
    }

    private List<Effect> react(EventContext context, List<String> tasks) {
        seen.add(context.event() + context.version() + ":" + tasks);
        return TimedTasks.effects(NAMES, agenda, context.key(), tasks);
    }
}
