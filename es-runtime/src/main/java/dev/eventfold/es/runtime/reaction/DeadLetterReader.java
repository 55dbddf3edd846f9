package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.RecordedEvent;
import dev.eventfold.es.runtime.DeadLetter;
import dev.eventfold.es.runtime.DeadLetter.Cause;
import dev.eventfold.es.runtime.execution.LoggedEvent;
import dev.eventfold.es.runtime.execution.Payloads;
import dev.eventfold.es.runtime.store.EventStore;
import dev.eventfold.es.runtime.store.StoredEvent;
import dev.eventfold.es.runtime.store.StreamId;
import dev.eventfold.es.runtime.store.View;
import java.util.Optional;

/** Reads the texts of failures, as {@link FailureEvents} and {@link RetryEvents} wrote them. */
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

    DeadLetter letter(LoggedFailure failure) {
        JsonMembers what = members(read(failure.stream(), failure.entry()));
        JsonMembers why = failure.told() == failure.entry() ? what : members(read(failure.stream(), failure.told()));
        LoggedDeadLetter.Facts facts = new LoggedDeadLetter.Facts(
                failure,
                processManager,
                event(what),
                Cause.valueOf(why.text("cause")),
                why.text("error"),
                evictedBecause(failure));
        return failure.ofCommand()
                ? new LoggedDeadLetter.OfCommand(facts, commands.readable(what.object("command")))
                : new LoggedDeadLetter.OfEvent(facts);
    }

    private Optional<String> evictedBecause(LoggedFailure failure) {
        return failure.ended() == 0
                ? Optional.empty()
                : Optional.of(RetryEvents.reason(read(failure.stream(), failure.ended())));
    }

    private RecordedEvent event(JsonMembers what) {
        StoredEvent source = read(StreamId.parse(what.text("source")), what.number("version"));
        return new LoggedEvent(source, payloads, what.text("key"));
    }

    private StoredEvent read(StreamId stream, long version) {
        return store.readStream(stream, version, 1, View.DURABLE).get(0);
    }

    private static JsonMembers members(StoredEvent event) {
        return JsonMembers.of(event.event().data());
    }
}
