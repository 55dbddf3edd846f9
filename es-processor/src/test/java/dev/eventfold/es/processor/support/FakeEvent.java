package dev.eventfold.es.processor.support;

import dev.eventfold.es.RecordedEvent;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * An event as a definition sees it.
 *
 * @param aggregate the stored name of the aggregate
 * @param event the stored name of the event
 * @param payload the object, or for raw events a map
 */
public record FakeEvent(String aggregate, String event, Object payload) implements RecordedEvent {
    @Override
    public String instanceId() {
        return "instance";
    }

    @Override
    public String key() {
        return "key";
    }

    @Override
    public String eventId() {
        return "id.0";
    }

    @Override
    public long version() {
        return 1;
    }

    @Override
    public int partition() {
        return 0;
    }

    @Override
    public long position() {
        return 1;
    }

    @Override
    public Instant time() {
        return Instant.EPOCH;
    }

    @Override
    public String correlationId() {
        return "correlation";
    }

    @Override
    public String causationId() {
        return "causation";
    }

    @Override
    public Optional<String> actor() {
        return Optional.empty();
    }

    @Override
    public Map<String, String> metadata() {
        return Map.of();
    }

    @Override
    public String json() {
        return payload.toString();
    }

    @Override
    public int schemaVersion() {
        return 1;
    }

    @Override
    public <T> T as(Class<T> type) {
        return type.cast(payload);
    }
}
