package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.OnFailure;
import dev.eventfold.es.runtime.DeadLetter.Cause;
import dev.eventfold.es.runtime.execution.CommandIds;
import dev.eventfold.es.runtime.execution.EventInHand;
import dev.eventfold.es.runtime.reaction.Outcome.Sequence;
import dev.eventfold.es.runtime.store.ExpectedVersion;
import dev.eventfold.es.runtime.store.Json;
import dev.eventfold.es.runtime.store.NewEvent;
import dev.eventfold.es.runtime.store.Origin;
import dev.eventfold.es.runtime.store.StreamAppend;
import dev.eventfold.es.runtime.store.StreamId;
import java.time.Instant;
import java.util.List;

/** Writes what failed and what waits behind it, with everything that trying again needs. */
final class FailureEvents {
    static final String EVENT_FAILED = "EventFailed";
    static final String EVENT_PARKED = "EventParked";
    static final String COMMAND_FAILED = "CommandFailed";
    static final String COMMAND_PARKED = "CommandParked";

    private static final String BLOCKS = "blocks";
    private static final int NO_COMMAND = -1;

    private final String consumer;
    private final OnFailure onFailure;

    FailureEvents(String consumer, OnFailure onFailure) {
        this.consumer = consumer;
        this.onFailure = onFailure;
    }

    StreamAppend failed(EventInHand event, Sequence sequence, Failure failure, Instant now) {
        boolean blocks = sequence.row() != null && blocks(failure);
        Json data = why(about(event), failure, blocks, 1).json();
        return append(EVENT_FAILED, event, sequence.name(), NO_COMMAND, data, now);
    }

    StreamAppend parked(EventInHand event, String sequence, Instant now) {
        return append(EVENT_PARKED, event, sequence, NO_COMMAND, about(event).json(), now);
    }

    StreamAppend failed(EventInHand event, String sequence, SentCommand command, Failure failure, Instant now) {
        Json data = why(about(event, command), failure, blocks(failure), 1).json();
        return append(COMMAND_FAILED, event, sequence, command.index(), data, now);
    }

    StreamAppend parked(EventInHand event, String sequence, SentCommand command, Instant now) {
        return append(
                COMMAND_PARKED,
                event,
                sequence,
                command.index(),
                about(event, command).json(),
                now);
    }

    /** The command of a rejection that nobody answers: as if it had not been written down as one. */
    StreamAppend failed(LoggedRejection rejected, Instant now) {
        JsonMembers facts = rejected.facts();
        Failure failure = new Failure(Cause.REJECTED, facts.text("error"));
        Json data = why(about(facts), failure, blocks(failure), 1).json();
        return append(COMMAND_FAILED, rejected, data, now);
    }

    StreamAppend parked(LoggedRejection rejected, Instant now) {
        return append(COMMAND_PARKED, rejected, about(rejected.facts()).json(), now);
    }

    private static JsonWriter about(JsonMembers rejection) {
        JsonWriter about = new JsonWriter();
        for (String member : List.of("source", "version", "position", "event", "key", "index", "command")) {
            about.raw(member, Json.of(rejection.raw(member)));
        }
        return about;
    }

    private StreamAppend append(String name, LoggedRejection rejected, Json data, Instant now) {
        Origin of = rejected.stored().event().origin();
        Origin origin =
                new Origin(of.commandId(), of.correlationId(), of.causationId(), null, null, rejected.metadata());
        return new StreamAppend(
                new StreamId(SystemStreams.deadLetters(consumer), rejected.sequence()),
                new ExpectedVersion.Any(),
                false,
                List.of(new NewEvent(name, SystemStreams.SCHEMA, now, origin, null, data)));
    }

    private StreamAppend append(String name, EventInHand event, String sequence, int index, Json data, Instant now) {
        StreamId source = event.stored().stream();
        // An id of its own: two commands of one sequence may have been given the same one.
        String id = CommandIds.derived(consumer, event.key(), source, event.version(), index);
        Origin origin = new Origin(id, event.correlationId(), event.eventId(), null, null, event.metadata());
        return new StreamAppend(
                new StreamId(SystemStreams.deadLetters(consumer), sequence),
                new ExpectedVersion.Any(),
                false,
                List.of(new NewEvent(name, SystemStreams.SCHEMA, now, origin, null, data)));
    }

    private static JsonWriter about(EventInHand event) {
        return new JsonWriter()
                .text("source", event.stored().stream().toString())
                .number("version", event.version())
                .number("position", event.position())
                .text("event", event.event())
                .text("key", event.key());
    }

    /** Whether its sequence waits behind it. An instance that does not live has no state that a later event would be folded into wrongly. */
    boolean blocks(Failure failure) {
        return onFailure != OnFailure.CONTINUE && failure.cause() != Cause.NO_INSTANCE;
    }

    /** Says why, and how often it was tried. */
    JsonWriter why(JsonWriter about, Failure failure, boolean blocks, int attempts) {
        about.text("cause", failure.cause().name())
                .text("error", failure.error())
                .text("onFailure", onFailure.name())
                .number("attempts", attempts);
        return blocks ? about : about.flag(BLOCKS, false);
    }

    /** Whether a failed or parked command, not an event, is written so. */
    static boolean isOfCommand(String name) {
        return name.equals(COMMAND_FAILED) || name.equals(COMMAND_PARKED);
    }

    /** Whether something waits, or would wait, behind a failure. */
    static boolean blocks(JsonMembers why) {
        return !why.has(BLOCKS);
    }

    static JsonWriter about(EventInHand event, SentCommand command) {
        return about(event).number("index", command.index()).raw("command", json(command));
    }

    private static Json json(SentCommand command) {
        CommandEnvelope envelope = command.envelope();
        JsonWriter json = new JsonWriter()
                .text("aggregate", envelope.aggregate())
                .text("instance", envelope.instanceId())
                .text("name", envelope.command())
                .text("id", command.origin().commandId())
                .flag("once", envelope.commandId().isPresent())
                .text("correlation", command.origin().correlationId());
        envelope.actor().ifPresent(actor -> json.text("actor", actor));
        envelope.expectedVersion().ifPresent(version -> json.number("expectedVersion", version));
        if (!command.origin().metadata().isEmpty()) {
            json.texts("metadata", command.origin().metadata());
        }
        command.schema().ifPresent(version -> json.number("schema", version));
        // What came as JSON may be none: it is kept as the text that it is.
        return envelope.payload() instanceof String text
                ? json.text("json", text).json()
                : json.raw("data", command.payload()).json();
    }
}
