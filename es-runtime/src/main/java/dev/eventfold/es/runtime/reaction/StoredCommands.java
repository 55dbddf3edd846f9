package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.UnreadablePayload;
import dev.eventfold.es.runtime.execution.Payloads;
import dev.eventfold.es.runtime.store.Json;
import dev.eventfold.es.spi.CommandType;
import java.util.Map;

/** Reads commands back that {@link FailureEvents} wrote, as the program would send them now: under their present name, in their present shape. */
final class StoredCommands {
    private final Payloads payloads;

    StoredCommands(Payloads payloads) {
        this.payloads = payloads;
    }

    /**
     * The command to send, with its id when the reaction gave it one.
     *
     * @throws UnreadablePayload when it is stored in a version that the program does not read
     */
    CommandEnvelope current(JsonMembers command) {
        CommandEnvelope envelope = present(command);
        return command.flag("once") ? envelope.withCommandId(command.text("id")) : envelope;
    }

    private CommandEnvelope present(JsonMembers command) {
        CommandType<?> type = payloads.commandType(command.text("aggregate"), command.text("name"));
        int schema = type == null || !command.has("schema") ? 0 : Math.toIntExact(command.number("schema"));
        if (type == null || schema == 0 || schema == type.evolution().version()) {
            return asStored(command);
        }
        try {
            Object payload = payloads.storedCommand(Json.of(json(command)), schema, type);
            String present = payloads.write(payload).text();
            return envelope(command, type.name(), present);
        } catch (UnreadablePayload e) {
            throw new UnreadablePayload(
                    "a stored command cannot be read: aggregate=" + type.aggregate() + ", instanceId="
                            + command.text("instance") + ", command=" + command.text("name") + ": " + e.getMessage(),
                    e);
        }
    }

    /** The command to look at, with the id that it was sent with: as it is stored where it cannot be read. */
    CommandEnvelope readable(JsonMembers command) {
        CommandEnvelope envelope;
        try {
            envelope = present(command);
        } catch (UnreadablePayload e) {
            envelope = asStored(command);
        }
        return envelope.withCommandId(command.text("id"));
    }

    /** The command without an id, as it is stored. */
    static CommandEnvelope asStored(JsonMembers command) {
        return envelope(command, command.text("name"), json(command));
    }

    private static String json(JsonMembers command) {
        return command.has("json") ? command.text("json") : command.raw("data");
    }

    private static CommandEnvelope envelope(JsonMembers command, String name, String json) {
        CommandEnvelope envelope = CommandEnvelope.ofJson(
                        command.text("aggregate"), command.text("instance"), name, json)
                .withCorrelationId(command.text("correlation"));
        for (Map.Entry<String, String> entry : command.texts("metadata").entrySet()) {
            envelope = envelope.withMetadata(entry.getKey(), entry.getValue());
        }
        if (command.has("expectedVersion")) {
            envelope = envelope.withExpectedVersion(command.number("expectedVersion"));
        }
        return command.has("actor") ? envelope.withActor(command.text("actor")) : envelope;
    }
}
