package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.runtime.ConsumerStatus;
import dev.eventfold.es.runtime.ConsumerStatus.State;
import dev.eventfold.es.runtime.execution.Decider;
import dev.eventfold.es.runtime.program.Program;
import dev.eventfold.es.runtime.store.EventStore;
import dev.eventfold.es.runtime.store.View;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** How far process managers have come, as their log tells it, also one that is only read. */
public final class LoggedStatus {
    private final EventStore store;
    private final Set<String> inProgram;

    /**
     * Of one log.
     *
     * @param store the log
     * @param program knows the process managers
     */
    public LoggedStatus(EventStore store, Program program) {
        this.store = store;
        this.inProgram = program.movedInLog();
    }

    /**
     * Of all that were ever registered.
     *
     * @return by name; none of them is known to run
     */
    public List<ConsumerStatus> all() {
        return registered().stream()
                .map(name ->
                        of(name, inProgram.contains(name) ? State.NOT_RUNNING : State.MISSING, position(name), null))
                .toList();
    }

    /** The names of all that were ever registered. */
    Set<String> registered() {
        return new TreeSet<>(new RegistrationLog(store, View.DURABLE).names());
    }

    /** Where the last commit of one left it. */
    long position(String name) {
        return store.position(keptAs(name), Decider.PARTITION);
    }

    private String keptAs(String name) {
        return new RegistrationLog(store, View.DURABLE).any(name).keptAs();
    }

    /** Of one, at a position that may be ahead of what is durable. */
    ConsumerStatus of(String name, State state, long position, @Nullable String error) {
        long head = store.head(Decider.PARTITION, View.DURABLE);
        PendingFailures pending = PendingFailures.of(store, keptAs(name));
        return new Status(name, state, Math.min(position, head), head, pending, error);
    }
}
