package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.runtime.store.StoredEvent;
import java.util.ArrayList;
import java.util.List;

/**
 * What is left of one flow for some process managers: for each, the last event that it reacts to. Safe for use by any number of threads. An
 * event must be added before the process manager that wrote it moves, or a flow that goes on looks settled for a moment.
 */
final class Flow {
    private final List<ManagerRunner<?>> runners;
    private final long[] last;

    Flow(List<ManagerRunner<?>> runners) {
        this.runners = runners;
        this.last = new long[runners.size()];
    }

    synchronized void add(StoredEvent event) {
        for (int i = 0; i < last.length; i++) {
            if (runners.get(i).reactsTo(event)) {
                last[i] = Math.max(last[i], event.position());
            }
        }
    }

    /** Whether each has passed what it reacts to. */
    synchronized boolean isSettled() {
        for (int i = 0; i < last.length; i++) {
            if (runners.get(i).position() < last[i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether one has not, and no live loop moves it. */
    boolean isAbandoned() {
        return !abandoned().isEmpty();
    }

    /** Those that have not, and that no live loop moves. */
    synchronized List<ManagerRunner<?>> abandoned() {
        List<ManagerRunner<?>> abandoned = new ArrayList<>();
        for (int i = 0; i < last.length; i++) {
            if (runners.get(i).position() < last[i] && !runners.get(i).running()) {
                abandoned.add(runners.get(i));
            }
        }
        return abandoned;
    }
}
