package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.runtime.execution.Decider;
import dev.eventfold.es.runtime.store.View;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** Moves the process managers and subscribers of one store, a commit at a time, in the thread of whoever calls. */
public final class ByHand {
    private final LogHost host;
    private final Map<String, ManagerRunner<?>> runners;

    ByHand(LogHost host, Map<String, ManagerRunner<?>> runners) {
        this.host = host;
        this.runners = new TreeMap<>(runners);
    }

    /**
     * Those that can be moved.
     *
     * @return their stored names, sorted
     */
    public List<String> names() {
        return List.copyOf(runners.keySet());
    }

    /**
     * Lets one pass events until it has written something, or when none is left, do one thing that is due.
     *
     * @param name its stored name
     * @return false when it wrote nothing and has nothing to do
     */
    public boolean step(String name) {
        ManagerRunner<?> runner = Objects.requireNonNull(runners.get(name), name);
        long head = host.store().head(Decider.PARTITION, View.DECIDED);
        long commits = host.store().lastCommit();
        while (runner.position() < head && runner.step(runner.position() + 1)) {
            if (host.store().lastCommit() != commits) {
                return true;
            }
        }
        return runner.fire(host.decider().now());
    }

    /**
     * When the next of what any of them waits for is due.
     *
     * @return empty when nothing is; a time that has passed when somebody has not done it yet
     */
    public Optional<Instant> nextDue() {
        return runners.values().stream()
                .map(runner -> Optional.ofNullable(runner.nextDue()))
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }
}
