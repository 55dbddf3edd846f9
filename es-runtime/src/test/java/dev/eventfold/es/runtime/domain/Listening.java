package dev.eventfold.es.runtime.domain;

import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.Effect;
import dev.eventfold.es.EventContext;
import dev.eventfold.es.OnRejection;
import dev.eventfold.es.ProcessManager;
import dev.eventfold.es.Reacts;
import java.util.ArrayList;
import java.util.List;

/** As {@link Single}, but hears of rejections, as {@link Hearing} does. */
@ProcessManager("listening")
public class Listening {
    private List<String> heard = new ArrayList<>();

    @Reacts
    List<Effect> on(SourceEvent event, EventContext context) {
        return Tasks.effects(context.instanceId(), event.tasks());
    }

    @OnRejection
    List<CommandEnvelope> on(Work command) {
        heard.add(command.task());
        return Tasks.behindBar(command).stream()
                .map(task -> Commands.to("m", new Work(task)))
                .toList();
    }
}
