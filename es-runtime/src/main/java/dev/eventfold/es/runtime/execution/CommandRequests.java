package dev.eventfold.es.runtime.execution;

import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.UnknownCommand;
import dev.eventfold.es.UnreadablePayload;
import dev.eventfold.es.runtime.program.AggregateModel;
import dev.eventfold.es.runtime.program.Program;
import dev.eventfold.es.runtime.store.Json;
import dev.eventfold.es.runtime.store.Origin;
import dev.eventfold.es.runtime.store.StreamId;
import dev.eventfold.es.spi.CommandType;
import dev.eventfold.es.spi.Ids;

/** The deserialising dispatcher: finds out which command of which aggregate an envelope means, and reads its payload. */
public final class CommandRequests {
    private final Program program;
    private final Payloads payloads;
    private final CommandIds ids;

    /**
     * For one store.
     *
     * @param program what is known
     * @param payloads reads payloads
     * @param ids makes the ids that nobody gave
     */
    public CommandRequests(Program program, Payloads payloads, CommandIds ids) {
        this.program = program;
        this.payloads = payloads;
        this.ids = ids;
    }

    /**
     * A first command, which begins a flow unless it says that it belongs to one.
     *
     * @param envelope the command
     * @return the request
     * @throws UnknownCommand when nobody handles it
     * @throws UnreadablePayload when its JSON does not fit
     */
    CommandRequest first(CommandEnvelope envelope) {
        String id = envelope.commandId().orElseGet(ids::next);
        return request(
                envelope,
                new Origin(
                        id,
                        envelope.correlationId().orElse(id),
                        id,
                        null,
                        envelope.actor().orElse(null),
                        envelope.metadata()));
    }

    /**
     * A command whose origin is settled.
     *
     * @param envelope the command
     * @param origin what its events will say
     * @return the request
     * @throws UnknownCommand when nobody handles it
     * @throws UnreadablePayload when its JSON does not fit
     */
    public CommandRequest request(CommandEnvelope envelope, Origin origin) {
        AggregateModel<?> target = program.aggregateForCommand(envelope.aggregate());
        CommandType<?> type = target.command(envelope.command());
        return new CommandRequest(
                target,
                new StreamId(envelope.aggregate(), envelope.instanceId()),
                type.name(),
                type.evolution().version(),
                payload(envelope, type),
                origin,
                envelope.commandId().isPresent(),
                envelope.expectedVersion().orElse(-1));
    }

    private Object payload(CommandEnvelope envelope, CommandType<?> type) {
        Object payload = envelope.payload();
        if (type.type().isInstance(payload)) {
            return payload;
        }
        if (!(payload instanceof String json)) {
            throw new UnreadablePayload(
                    "a command is of another class than its name says: " + place(envelope) + ", class="
                            + payload.getClass().getName() + ", expected="
                            + type.type().getName()
                            + "; was only a part of the program recompiled?",
                    null);
        }
        try {
            return payloads.command(Json.of(Ids.requireWellFormed("JSON", json)), type.type());
        } catch (UnreadablePayload | IllegalArgumentException e) {
            throw new UnreadablePayload("a command cannot be read: " + place(envelope) + ": " + e.getMessage(), e);
        }
    }

    private static String place(CommandEnvelope envelope) {
        return "aggregate=" + envelope.aggregate() + ", instanceId=" + envelope.instanceId() + ", command="
                + envelope.command();
    }
}
