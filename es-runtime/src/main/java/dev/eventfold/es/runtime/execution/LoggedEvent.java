package dev.eventfold.es.runtime.execution;

import dev.eventfold.es.RecordedEvent;
import dev.eventfold.es.UnreadablePayload;
import dev.eventfold.es.runtime.store.StoredEvent;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** An event of the log as users see it. Its payload is decoded anew with each call, so nobody shares an object with anybody. */
public class LoggedEvent implements RecordedEvent {
    private final StoredEvent stored;
    private final Payloads payloads;
    private final String key;

    /**
     * For whoever reads it.
     *
     * @param stored the event
     * @param payloads reads its payload
     */
    public LoggedEvent(StoredEvent stored, Payloads payloads) {
        this(stored, payloads, "");
    }

    /**
     * For one process instance.
     *
     * @param stored the event
     * @param payloads reads its payload
     * @param key the key of the instance
     */
    public LoggedEvent(StoredEvent stored, Payloads payloads, String key) {
        this.stored = stored;
        this.payloads = payloads;
        this.key = key;
    }

    /**
     * The event as the store knows it.
     *
     * @return the event
     */
    public final StoredEvent stored() {
        return stored;
    }

    @Override
    public final String aggregate() {
        return stored.stream().aggregate();
    }

    @Override
    public final String instanceId() {
        return stored.stream().instanceId();
    }

    @Override
    public final String key() {
        return key;
    }

    @Override
    public final String event() {
        return stored.event().name();
    }

    @Override
    public final String eventId() {
        return stored.id();
    }

    @Override
    public final long version() {
        return stored.version();
    }

    @Override
    public final int partition() {
        return stored.partition();
    }

    @Override
    public final long position() {
        return stored.position();
    }

    @Override
    public Instant time() {
        return stored.event().at();
    }

    @Override
    public final String correlationId() {
        return stored.event().origin().correlationId();
    }

    @Override
    public final String causationId() {
        return stored.event().origin().causationId();
    }

    @Override
    public final Optional<String> actor() {
        return Optional.ofNullable(stored.event().origin().actor());
    }

    @Override
    public final Map<String, String> metadata() {
        return stored.event().origin().metadata();
    }

    @Override
    public final String json() {
        return stored.event().data().text();
    }

    @Override
    public final int schemaVersion() {
        return stored.event().schema();
    }

    @Override
    public <T> T as(Class<T> type) {
        try {
            return payloads.event(stored, type);
        } catch (UnreadablePayload e) {
            throw new UnreadablePayload("an event cannot be read: " + place() + ": " + e.getMessage(), e);
        }
    }

    /**
     * Where it stands, for messages.
     *
     * @return as {@code key=value}
     */
    public final String place() {
        return "stream=" + stored.stream() + ", version=" + version() + ", position=" + position() + ", event="
                + event();
    }

    @Override
    public final String toString() {
        return event() + " " + stored.stream() + "@" + version() + " " + json();
    }
}
