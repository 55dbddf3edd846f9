package dev.eventfold.es.processor.support;

import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.spi.ReceivedCommand;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A command as a definition sees it.
 *
 * @param envelope what was sent
 */
public record FakeCommand(CommandEnvelope envelope) implements ReceivedCommand {
    @Override
    public String command() {
        return envelope.command();
    }

    @Override
    public <C> C as(Class<C> type) {
        return type.cast(envelope.payload());
    }

    @Override
    public String instanceId() {
        return envelope.instanceId();
    }

    @Override
    public long version() {
        return 7;
    }

    @Override
    public Instant time() {
        return Instant.EPOCH;
    }

    @Override
    public String commandId() {
        return "id";
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
}
