package dev.eventfold.es.runtime.domain;

import dev.eventfold.es.Effect;
import dev.eventfold.es.EventContext;
import dev.eventfold.es.OnTimeout;
import dev.eventfold.es.ProcessManager;
import dev.eventfold.es.Reacts;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** As {@link Single}, with a timeout. */
@ProcessManager("clockwork")
public class Clockwork {
    private Map<String, List<String>> agenda = new TreeMap<>();

    @Reacts
    List<Effect> on(SourceEvent event) {
        return TimedTasks.effects(Map.of("tick", ClockworkTimeouts.TICK), agenda, "m", event.tasks());
    }

    @OnTimeout("tick")
    List<Effect> tick(EventContext context) {
        return TimedTasks.effects(
                Map.of("tick", ClockworkTimeouts.TICK), agenda, "m", TimedTasks.due(agenda, "tick", context));
    }
}
