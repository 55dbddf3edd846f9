package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.runtime.execution.LoggedEvent;
import dev.eventfold.es.runtime.execution.Payloads;
import dev.eventfold.es.runtime.store.StoredEvent;
import dev.eventfold.es.spi.FiredTimeout;
import java.time.Instant;

/** A timeout as {@link TimeoutEvents} wrote it. Its time is the one that it was due, which is not moved by when somebody finds that out. */
final class LoggedTimeout extends LoggedEvent implements FiredTimeout {
    private final String timeout;
    private final Instant due;

    private LoggedTimeout(StoredEvent stored, Payloads payloads, JsonMembers facts) {
        super(stored, payloads, stored.stream().instanceId());
        this.timeout = facts.text("timeout");
        this.due = Instant.parse(facts.text("due"));
    }

    static LoggedTimeout of(StoredEvent stored, Payloads payloads) {
        return new LoggedTimeout(stored, payloads, JsonMembers.of(stored.event().data()));
    }

    @Override
    public String timeout() {
        return timeout;
    }

    @Override
    public Instant time() {
        return due;
    }
}
