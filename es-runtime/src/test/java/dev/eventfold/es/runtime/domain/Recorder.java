package dev.eventfold.es.runtime.domain;

import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.EventContext;
import dev.eventfold.es.Receives;
import dev.eventfold.es.StartFrom;
import dev.eventfold.es.Subscriber;
import java.util.ArrayList;
import java.util.List;

/** A subscriber, and the outside world that it tells: stream and version of each event of a source, as often as it came. */
@Subscriber(value = "recorder", startFrom = StartFrom.BEGINNING)
public final class Recorder {
    /** The machine that is told of each event. */
    public static final String MACHINE = "recorded";

    private final List<String> received = new ArrayList<>();

    @Receives
    synchronized CommandEnvelope on(SourceEvent event, EventContext context) {
        String key = context.instanceId() + "@" + context.version();
        received.add(key);
        return Commands.to(MACHINE, new Work(key));
    }

    /** All that came, in order. */
    public synchronized List<String> received() {
        return List.copyOf(received);
    }

    /** The same world, in which something else happens from now on. */
    public Recorder copy() {
        Recorder copy = new Recorder();
        copy.received.addAll(received());
        return copy;
    }
}
