package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.CommandRejected;
import dev.eventfold.es.runtime.execution.CommandIds;
import dev.eventfold.es.runtime.execution.EventInHand;
import dev.eventfold.es.runtime.execution.Thrown;
import dev.eventfold.es.runtime.store.ExpectedVersion;
import dev.eventfold.es.runtime.store.NewEvent;
import dev.eventfold.es.runtime.store.Origin;
import dev.eventfold.es.runtime.store.StreamAppend;
import dev.eventfold.es.runtime.store.StreamId;
import java.time.Instant;
import java.util.List;

/** Writes the rejections that a process asked for, in the flow of the command that was rejected. */
final class RejectionEvents {
    private static final String REJECTED = "CommandRejected";

    private final String consumer;

    RejectionEvents(String consumer) {
        this.consumer = consumer;
    }

    StreamAppend rejected(EventInHand event, String sequence, SentCommand command, CommandRejected why, Instant now) {
        StreamId source = event.stored().stream();
        Origin sent = command.origin();
        Origin origin = new Origin(
                CommandIds.derived(consumer, event.key(), source, event.version(), command.index()),
                sent.correlationId(),
                event.eventId(),
                null,
                null,
                sent.metadata());
        JsonWriter data = FailureEvents.about(event, command)
                .text("code", why.code())
                .text("message", Thrown.message(why))
                .text("error", Thrown.text(why));
        return new StreamAppend(
                new StreamId(SystemStreams.rejections(consumer), sequence),
                new ExpectedVersion.Any(),
                false,
                List.of(new NewEvent(REJECTED, SystemStreams.SCHEMA, now, origin, null, data.json())));
    }
}
