package dev.eventfold.es.runtime.domain;

import dev.eventfold.es.Effect;
import dev.eventfold.es.EventContext;
import dev.eventfold.es.OnTimeout;
import dev.eventfold.es.ProcessManager;
import dev.eventfold.es.Reacts;
import dev.eventfold.es.Timeout;
import dev.eventfold.es.TimeoutName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** As {@link Relay}, with timeouts. */
@ProcessManager(value = "waiting", key = "key")
public class Waiting {
    private static final Map<String, TimeoutName> NAMES = Map.of(
            "first", WaitingTimeouts.FIRST,
            "second", WaitingTimeouts.SECOND,
            "each", WaitingTimeouts.EACH,
            "last", WaitingTimeouts.LAST);

    private Map<String, List<String>> agenda = new TreeMap<>();

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

    /** Comes again each day until it is cancelled. */
    @OnTimeout("each")
    List<Effect> each(EventContext context) {
        List<Effect> effects = react(context, TimedTasks.due(agenda, "each", context));
        Timeout again = WaitingTimeouts.EACH.after(Duration.ofDays(1));
        return Stream.concat(effects.stream(), Stream.of(again)).toList();
    }

    @OnTimeout(value = "last", ends = true)
    List<Effect> last(EventContext context) {
        return react(context, TimedTasks.due(agenda, "last", context));
    }

    private List<Effect> react(EventContext context, List<String> tasks) {
        return TimedTasks.effects(NAMES, agenda, context.key(), tasks);
    }
}
