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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keyed, with all that one can react to. Its state is what it was given, in order. */
@ProcessManager(value = "everything", key = "key")
public class Everything {
    private static final Map<String, TimeoutName> NAMES =
            Map.of("first", EverythingTimeouts.FIRST, "last", EverythingTimeouts.LAST);

    private List<String> given = new ArrayList<>();
    private Map<String, List<String>> agenda = new LinkedHashMap<>();

    @Reacts(starts = true)
    List<Effect> on(SourceEvent.Began event, EventContext context) {
        return react(context, event.tasks());
    }

    @Reacts
    List<Effect> on(SourceEvent.Went event, EventContext context) {
        return react(context, event.tasks());
    }

    @Reacts(key = "keys")
    List<Effect> on(SourceEvent.Told event, EventContext context) {
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

    @OnTimeout(value = "last", ends = true)
    List<Effect> last(EventContext context) {
        return react(context, TimedTasks.due(agenda, "last", context));
    }

    @OnRejection
    List<Effect> on(Work command, Rejection why, EventContext context) {
        given.add(why.message());
        return react(context, Tasks.behindBar(command));
    }

    private List<Effect> react(EventContext context, List<String> tasks) {
        given.add(context.instanceId() + "@" + context.version() + " " + context.time() + tasks);
        return TimedTasks.effects(NAMES, agenda, context.key(), tasks);
    }
}
