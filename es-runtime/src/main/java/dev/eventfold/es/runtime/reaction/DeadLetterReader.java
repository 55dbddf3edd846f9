package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.OnFailure;
import dev.eventfold.es.RecordedEvent;
import dev.eventfold.es.runtime.DeadLetter;
import dev.eventfold.es.runtime.DeadLetter.Cause;
import dev.eventfold.es.runtime.execution.LoggedEvent;
import dev.eventfold.es.runtime.execution.Payloads;
import dev.eventfold.es.runtime.store.EventStore;
import dev.eventfold.es.runtime.store.StoredEvent;
import dev.eventfold.es.runtime.store.StreamId;
import dev.eventfold.es.runtime.store.View;
import java.util.Map;

/** Reads back what {@link FailureEvents} wrote. */
final class DeadLetterReader {
    private final EventStore store;
    private final Payloads payloads;
    private final String processManager;

    DeadLetterReader(EventStore store, Payloads payloads, String processManager) {
        this.store = store;
        this.payloads = payloads;
        this.processManager = processManager;
    }

    OnFailure policy(StoredEvent failure) {
        return OnFailure.valueOf(members(failure).text("onFailure"));
    }

    DeadLetter letter(StoredEvent failure, long parkedBehind) {
        JsonMembers members = members(failure);
        LoggedDeadLetter.Facts facts = new LoggedDeadLetter.Facts(
                failure.stream().instanceId() + "/" + failure.version(),
                processManager,
                event(members),
                Cause.valueOf(members.text("cause")),
                members.text("error"),
                Math.toIntExact(members.number("attempts")),
                failure.event().at(),
                parkedBehind);
        return members.has("command")
                ? new LoggedDeadLetter.OfCommand(facts, command(members.object("command")))
                : new LoggedDeadLetter.OfEvent(facts);
    }

    private static JsonMembers members(StoredEvent failure) {
        return JsonMembers.of(failure.event().data());
    }

    private RecordedEvent event(JsonMembers members) {
        StreamId source = StreamId.parse(members.text("source"));
        StoredEvent stored = store.readStream(source, members.number("version"), 1, View.DURABLE)
                .get(0);
        return new LoggedEvent(stored, payloads, members.text("key"));
    }

    private static CommandEnvelope command(JsonMembers members) {
        CommandEnvelope envelope = CommandEnvelope.ofJson(
                        members.text("aggregate"),
                        members.text("instance"),
                        members.text("name"),
                        members.has("json") ? members.text("json") : members.raw("data"))
                .withCommandId(members.text("id"))
                .withCorrelationId(members.text("correlation"));
        for (Map.Entry<String, String> entry : members.texts("metadata").entrySet()) {
            envelope = envelope.withMetadata(entry.getKey(), entry.getValue());
        }
        if (members.has("expectedVersion")) {
            envelope = envelope.withExpectedVersion(members.number("expectedVersion"));
        }
        return members.has("actor") ? envelope.withActor(members.text("actor")) : envelope;
    }
}
