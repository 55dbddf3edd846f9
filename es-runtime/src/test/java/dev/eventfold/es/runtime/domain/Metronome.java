package dev.eventfold.es.runtime.domain;

import dev.eventfold.es.Effect;
import dev.eventfold.es.EventContext;
import dev.eventfold.es.OnTimeout;
import dev.eventfold.es.ProcessManager;
import dev.eventfold.es.Reacts;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Without key, as {@link Clockwork}: what each source tells goes to a machine of that name, what a timeout brings about to {@code tick}. */
@ProcessManager("metronome")
public class Metronome {
    private Map<String, List<String>> agenda = new TreeMap<>();

    @Reacts
    List<Effect> on(SourceEvent.Told event, EventContext context) {
        return effects(context.instanceId(), event.tasks());
    }

    @OnTimeout("tick")
    List<Effect> tick(EventContext context) {
        return effects("tick", TimedTasks.due(agenda, "tick", context));
    }

    private List<Effect> effects(String machine, List<String> tasks) {
        return TimedTasks.effects(Map.of("tick", MetronomeTimeouts.TICK), agenda, machine, tasks);
    }
}
