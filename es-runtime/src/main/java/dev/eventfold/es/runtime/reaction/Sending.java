package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.Effect;
import dev.eventfold.es.EsException;
import dev.eventfold.es.UnreadablePayload;
import dev.eventfold.es.runtime.execution.CommandRequests;
import dev.eventfold.es.runtime.execution.DerivedIds;
import dev.eventfold.es.runtime.execution.EventInHand;
import dev.eventfold.es.runtime.execution.Payloads;
import dev.eventfold.es.runtime.store.Json;
import dev.eventfold.es.runtime.store.Origin;
import dev.eventfold.es.spi.CommandType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Says where the commands of a reaction come from: what flows on from the event, and the id that makes each one count once. */
final class Sending {
    private final String consumer;
    private final Payloads payloads;
    private final CommandRequests requests;
    private final StoredCommands commands;
    private final UndeclaredCommands undeclared;
    private final DerivedIds ids;

    Sending(String consumer, Payloads payloads, CommandRequests requests) {
        this.consumer = consumer;
        this.payloads = payloads;
        this.requests = requests;
        this.commands = new StoredCommands(payloads);
        this.ids = new DerivedIds(consumer);
        this.undeclared = new UndeclaredCommands(consumer);
    }

    /** The commands among the effects, in order. Throws when one cannot be written as JSON: the reaction failed then. */
    List<SentCommand> commands(Occasion reaction, List<Effect> effects) {
        List<SentCommand> commands = new ArrayList<>(effects.size());
        for (Effect effect : effects) {
            if (effect instanceof CommandEnvelope envelope) {
                undeclared.check(reaction, envelope);
                commands.add(command(envelope, commands.size(), reaction.event()));
            }
        }
        return commands;
    }

    SentCommand command(CommandEnvelope envelope, int index, EventInHand event) {
        Object given = envelope.payload();
        Json payload = given instanceof String json ? Json.of(json) : payloads.write(given);
        return command(envelope, index, origin(envelope, index, event, payload), payload);
    }

    private SentCommand command(CommandEnvelope envelope, int index, Origin origin, Json payload) {
        CommandType<?> type = payloads.commandType(envelope.aggregate(), envelope.command());
        OptionalInt schema = type == null
                ? OptionalInt.empty()
                : OptionalInt.of(type.evolution().version());
        try {
            return new SentCommand(envelope, index, origin, payload, schema, requests.request(envelope, origin), null);
        } catch (EsException e) {
            return new SentCommand(envelope, index, origin, payload, schema, null, Failure.ofCommand(e));
        }
    }

    /**
     * A command that was written down when it failed, or when it had to wait, as it is sent now. One that cannot be read has a failure.
     *
     * @param event what it was sent for
     * @param facts what was written down
     */
    SentCommand again(EventInHand event, JsonMembers facts) {
        JsonMembers stored = facts.object("command");
        int index = Math.toIntExact(facts.number("index"));
        try {
            CommandEnvelope envelope = commands.current(stored);
            Json payload = Json.of((String) envelope.payload());
            return command(envelope, index, origin(envelope, event, stored, payload), payload);
        } catch (UnreadablePayload e) {
            CommandEnvelope envelope = StoredCommands.asStored(stored);
            Json payload = Json.of((String) envelope.payload());
            Origin origin = origin(envelope, event, stored, payload);
            return new SentCommand(envelope, index, origin, payload, OptionalInt.empty(), null, Failure.ofCommand(e));
        }
    }

    private Origin origin(CommandEnvelope envelope, EventInHand event, JsonMembers stored, Json payload) {
        return new Origin(
                stored.text("id"),
                stored.text("correlation"),
                event.eventId(),
                new Origin.Sent(consumer + "/" + event.key(), envelope.command(), SentCommand.sum(payload)),
                envelope.actor().orElse(null),
                envelope.metadata());
    }

    private Origin origin(CommandEnvelope envelope, int index, EventInHand event, Json payload) {
        return new Origin(
                envelope.commandId().orElseGet(() -> id(event, index)),
                envelope.correlationId().orElse(event.correlationId()),
                event.eventId(),
                new Origin.Sent(consumer + "/" + event.key(), envelope.command(), SentCommand.sum(payload)),
                envelope.actor().orElse(null),
                metadata(envelope, event));
    }

    private String id(EventInHand event, int index) {
        return ids.of(event.key(), event.stored().stream(), event.version(), index);
    }

    private static Map<String, String> metadata(CommandEnvelope envelope, EventInHand event) {
        if (envelope.metadata().isEmpty()) {
            return event.metadata();
        }
        Map<String, String> metadata = new LinkedHashMap<>(event.metadata());
        metadata.putAll(envelope.metadata());
        return Collections.unmodifiableMap(metadata);
    }
}
