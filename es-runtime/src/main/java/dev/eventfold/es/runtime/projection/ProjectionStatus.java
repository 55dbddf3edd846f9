package dev.eventfold.es.runtime.projection;

import dev.eventfold.es.runtime.ConsumerStatus;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a projection is at. It parks nothing and has no dead letters. */
record ProjectionStatus(
        String consumer,
        State state,
        long position,
        long head,
        @Nullable String problem) implements ConsumerStatus {
    @Override
    public long lag() {
        return head - position;
    }

    @Override
    public long blocked() {
        return 0;
    }

    @Override
    public long parked() {
        return 0;
    }

    @Override
    public long failures() {
        return 0;
    }

    @Override
    public Optional<String> error() {
        return Optional.ofNullable(problem);
    }

    @Override
    public String toString() {
        return consumer + " " + state + ": position=" + position + " lag=" + lag()
                + (problem == null ? "" : " error=" + problem);
    }
}
