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

/** As {@link Everything}, without key. */
@ProcessManager("alone")
public class Alone {
    private static final Map<String, TimeoutName> NAMES =
            Map.of("first", AloneTimeouts.FIRST, "last", AloneTimeouts.LAST);

    private List<String> given = new ArrayList<>();
    private Map<String, List<String>> agenda = new LinkedHashMap<>();

    @Reacts
    List<Effect> on(SourceEvent event, EventContext context) {
        return react(context, event.tasks());
    }

    @OnTimeout("first")
    List<Effect> first(EventContext context) {
        return react(context, TimedTasks.due(agenda, "first", context));
    }

    @OnTimeout("last")
    List<Effect> last(EventContext context) {
        return react(context, TimedTasks.due(agenda, "last", context));
    }

    @OnRejection
    List<Effect> on(Work command, Rejection why, EventContext context) {
        return react(context, Tasks.behindBar(command));
    }

    private List<Effect> react(EventContext context, List<String> tasks) {
        given.add(context.instanceId() + "@" + context.version() + " " + context.time() + tasks);
        return TimedTasks.effects(NAMES, agenda, "alone", tasks);
    }
}
