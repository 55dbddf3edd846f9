package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.runtime.ConsumerStatus;
import dev.eventfold.es.runtime.ConsumerStatus.State;
import dev.eventfold.es.runtime.StoreFailed;
import dev.eventfold.es.runtime.execution.StoreHealth;
import dev.eventfold.es.runtime.execution.Thrown;
import dev.eventfold.es.runtime.store.EventStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How far the process managers of an open store have come, and whether they run; also when a write has failed. */
final class HostStatus {
    private final EventStore store;
    private final LoggedStatus logged;
    private final Map<String, Long> missing = new TreeMap<>();

    /** When the store was just opened: nobody moves those that the program does not know, and later the log may not tell where they are. */
    HostStatus(EventStore store, LoggedStatus logged, Collection<String> known) {
        this.store = store;
        this.logged = logged;
        for (String name : logged.registered()) {
            if (!known.contains(name)) {
                missing.put(name, logged.position(name));
            }
        }
    }

    /** With {@code idle}, those that nobody moves although the program knows them, and where they are. */
    List<ConsumerStatus> of(Collection<ManagerRunner<?>> runners, Map<String, Long> idle) {
        StoreFailed failure = StoreHealth.failure(store);
        List<ConsumerStatus> all = new ArrayList<>();
        String problem = failure == null ? null : Thrown.text(failure);
        State unmoved = failure == null ? State.NOT_RUNNING : State.FAILED;
        idle.forEach((name, position) -> all.add(logged.of(name, unmoved, position, problem)));
        for (ManagerRunner<?> runner : runners) {
            all.add(of(runner, failure));
        }
        missing.forEach((name, position) -> all.add(logged.of(name, State.MISSING, position, null)));
        all.sort(Comparator.comparing(ConsumerStatus::consumer));
        return List.copyOf(all);
    }

    private ConsumerStatus of(ManagerRunner<?> runner, @Nullable StoreFailed failure) {
        Throwable error = failure == null ? runner.error() : failure;
        return logged.of(
                runner.name(),
                state(runner, failure != null),
                runner.position(),
                error == null ? null : Thrown.text(error));
    }

    private static State state(ManagerRunner<?> runner, boolean failed) {
        if (failed) {
            return State.FAILED;
        }
        if (runner.stopped()) {
            return State.STOPPED;
        }
        if (runner.running()) {
            return State.RUNNING;
        }
        return runner.error() == null ? State.NOT_RUNNING : State.FAILED;
    }
}
