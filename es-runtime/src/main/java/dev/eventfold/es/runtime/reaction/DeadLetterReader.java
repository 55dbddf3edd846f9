package dev.eventfold.es.runtime.reaction;

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

/** Reads back what {@link FailureEvents} wrote. */
final class DeadLetterReader {
    private final EventStore store;
    private final Payloads payloads;
    private final StoredCommands commands;
    private final String processManager;

    DeadLetterReader(EventStore store, Payloads payloads, String processManager) {
        this.store = store;
        this.payloads = payloads;
        this.commands = new StoredCommands(payloads);
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
                ? new LoggedDeadLetter.OfCommand(facts, commands.readable(members.object("command")))
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
}
