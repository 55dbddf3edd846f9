package dev.eventfold.es.runtime.execution;

import dev.eventfold.es.UnreadablePayload;
import dev.eventfold.es.spi.ReceivedCommand;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** A command in front of its handler. */
record IncomingCommand(CommandRequest request, long version, Instant time) implements ReceivedCommand {
    @Override
    public String command() {
        return request.command();
    }

    @Override
    public <C> C as(Class<C> type) {
        if (!type.isInstance(request.payload())) {
            throw new UnreadablePayload(
                    "a command is of another class than its handler takes: " + request.place() + ", class="
                            + request.payload().getClass().getName() + ", expected=" + type.getName(),
                    null);
        }
        return type.cast(request.payload());
    }

    @Override
    public String instanceId() {
        return request.stream().instanceId();
    }

    @Override
    public String commandId() {
        return request.origin().commandId();
    }

    @Override
    public String correlationId() {
        return request.origin().correlationId();
    }

    @Override
    public String causationId() {
        return request.origin().causationId();
    }

    @Override
    public Optional<String> actor() {
        return Optional.ofNullable(request.origin().actor());
    }

    @Override
    public Map<String, String> metadata() {
        return request.origin().metadata();
    }
}
