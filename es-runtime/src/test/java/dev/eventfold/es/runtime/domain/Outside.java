package dev.eventfold.es.runtime.domain;

import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.EventContext;
import dev.eventfold.es.Receives;
import dev.eventfold.es.StartFrom;
import dev.eventfold.es.Subscriber;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/** A subscriber: writes down what it received, does what the test wants, and asks for a command for each task. */
@Subscriber(value = "outside", startFrom = StartFrom.BEGINNING)
public class Outside {
    private final List<String> received = Collections.synchronizedList(new ArrayList<>());
    private volatile Consumer<EventContext> action = event -> {};

    @Receives
    List<CommandEnvelope> on(SourceEvent event, EventContext context) throws IOException {
        String id = context.instanceId() + "@" + context.version();
        received.add(id);
        action.accept(context);
        List<CommandEnvelope> commands = new ArrayList<>();
        for (String task : event.tasks()) {
            if (task.startsWith("!down ")) {
                requireUp(id, Integer.parseInt(task.substring(6)));
            } else {
                Tasks.effects(context.instanceId(), List.of(task))
                        .forEach(effect -> commands.add((CommandEnvelope) effect));
            }
        }
        return commands;
    }

    /** Fails so many times. */
    private void requireUp(String id, int times) throws IOException {
        if (received().stream().filter(id::equals).count() <= times) {
            throw new IOException("the outside world is down");
        }
    }

    /** Does something more with each event. */
    public Outside doing(Consumer<EventContext> action) {
        this.action = action;
        return this;
    }

    /** Stream and version of each event, as often as it came. */
    public List<String> received() {
        synchronized (received) {
            return List.copyOf(received);
        }
    }
}
