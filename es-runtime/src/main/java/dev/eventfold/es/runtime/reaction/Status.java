package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.runtime.ConsumerStatus;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a process manager is at. */
record Status(
        String consumer,
        State state,
        long position,
        long head,
        PendingFailures pending,
        @Nullable String problem) implements ConsumerStatus {
    @Override
    public long lag() {
        return head - position;
    }

    @Override
    public long blocked() {
        return pending.blocked();
    }

    @Override
    public long parked() {
        return pending.parked();
    }

    @Override
    public long failures() {
        return pending.failures();
    }

    @Override
    public Optional<String> error() {
        return Optional.ofNullable(problem);
    }

    @Override
    public String toString() {
        return consumer + " " + state + ": position=" + position + " lag=" + lag() + " blocked=" + blocked()
                + " parked=" + parked() + " failures=" + failures()
                + (problem == null ? "" : " error=" + problem);
    }
}
