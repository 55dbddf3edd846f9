package dev.eventfold.es.runtime.domain;

import dev.eventfold.es.Receives;
import dev.eventfold.es.StartFrom;
import dev.eventfold.es.Subscriber;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A subscriber to what machines do, from now on. */
@Subscriber(value = "newcomer", startFrom = StartFrom.NOW)
public final class Newcomer {
    private final List<String> received = Collections.synchronizedList(new ArrayList<>());

    @Receives
    void on(Worked event) {
        received.add(event.task());
    }

    /** The tasks, as they came. */
    public List<String> received() {
        synchronized (received) {
            return List.copyOf(received);
        }
    }
}
