package dev.eventfold.es.benchmarks.kernel;

import dev.eventfold.es.RecordedEvent;
import dev.eventfold.es.benchmarks.program.Source;
import dev.eventfold.es.spi.ReceivedCommand;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** An event and a command with their payloads at hand, so that nothing but dispatch is measured. */
final class Ticking implements RecordedEvent, ReceivedCommand {
    private final Source.Ticked event = new Source.Ticked(1);
    private final Source.Tick command = new Source.Tick(1);

    @Override
    public <T> T as(Class<T> type) {
        return type.cast(type == Source.Ticked.class ? event : command);
    }

    @Override
    public String event() {
        return "Ticked";
    }

    @Override
    public String command() {
        return "Tick";
    }

    @Override
    public String instanceId() {
        return "source-0000000000001";
    }

    @Override
    public String aggregate() {
        return "source";
    }

    @Override
    public String key() {
        return "";
    }

    @Override
    public String eventId() {
        return "7hx2c9d0pe4w6n8s.0";
    }

    @Override
    public String commandId() {
        return "7hx2c9d0pe4w6n8s";
    }

    @Override
    public String correlationId() {
        return "7hx2c9d0pe4w6n8s";
    }

    @Override
    public String causationId() {
        return "7hx2c9d0pe4w6n8s";
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
    public Optional<String> actor() {
        return Optional.empty();
    }

    @Override
    public Map<String, String> metadata() {
        return Map.of();
    }

    @Override
    public String json() {
        return "{\"by\":1}";
    }

    @Override
    public int schemaVersion() {
        return 1;
    }
}
