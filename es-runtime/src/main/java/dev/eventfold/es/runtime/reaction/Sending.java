package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.Effect;
import dev.eventfold.es.EsException;
import dev.eventfold.es.runtime.execution.CommandRequest;
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
    private final StoredCommands stored;
    private final UndeclaredCommands undeclared;
    private final DerivedIds ids;

    Sending(String consumer, Payloads payloads, CommandRequests requests) {
        this.consumer = consumer;
        this.payloads = payloads;
        this.requests = requests;
        this.stored = new StoredCommands(payloads);
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

    /** A command that was asked for earlier, as {@link FailureEvents#about} wrote it down. */
    SentCommand stored(EventInHand event, JsonMembers about) {
        JsonMembers written = about.object("command");
        CommandEnvelope envelope = stored.readable(written);
        Json payload = Json.of(written.has("json") ? written.text("json") : written.raw("data"));
        Origin origin = new Origin(
                written.text("id"),
                written.text("correlation"),
                event.eventId(),
                new Origin.Sent(consumer + "/" + event.key(), envelope.command(), SentCommand.sum(payload)),
                envelope.actor().orElse(null),
                envelope.metadata());
        int index = Math.toIntExact(about.number("index"));
        OptionalInt schema =
                written.has("schema") ? OptionalInt.of(Math.toIntExact(written.number("schema"))) : OptionalInt.empty();
        try {
            CommandRequest request = requests.request(stored.current(written), origin);
            return new SentCommand(envelope, index, origin, payload, schema, request, null);
        } catch (EsException e) {
            return new SentCommand(envelope, index, origin, payload, schema, null, Failure.ofCommand(e));
        }
    }

    SentCommand command(CommandEnvelope envelope, int index, EventInHand event) {
        Object given = envelope.payload();
        Json payload = given instanceof String json ? Json.of(json) : payloads.write(given);
        Origin origin = origin(envelope, index, event, payload);
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
