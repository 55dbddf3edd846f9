package dev.eventfold.es.runtime.execution;

import dev.eventfold.es.EsException;
import dev.eventfold.es.HandlerFailed;
import dev.eventfold.es.UnreadablePayload;
import dev.eventfold.es.runtime.StoreFailed;
import dev.eventfold.es.runtime.program.AggregateModel;
import dev.eventfold.es.runtime.program.Program;
import dev.eventfold.es.runtime.program.Suggestions;
import dev.eventfold.es.runtime.store.Commit;
import dev.eventfold.es.runtime.store.CommitOutcome;
import dev.eventfold.es.runtime.store.EventStore;
import dev.eventfold.es.runtime.store.Json;
import dev.eventfold.es.runtime.store.NewEvent;
import dev.eventfold.es.runtime.store.Origin;
import dev.eventfold.es.runtime.store.StoredEvent;
import dev.eventfold.es.runtime.store.StreamId;
import dev.eventfold.es.spi.EventType;
import dev.eventfold.es.spi.Ids;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Writes events that happened elsewhere, each once under its id. */
public final class EventAppender {
    /** Keeps the ids of events apart from those of commands. */
    private static final String COMMAND = "$event.";

    private final EventStore store;
    private final Program program;
    private final Payloads payloads;
    private final Decider decider;

    /**
     * Of one store.
     *
     * @param store knows what was appended
     * @param program knows the events
     * @param payloads reads and writes them
     * @param decider commits in turn
     */
    public EventAppender(EventStore store, Program program, Payloads payloads, Decider decider) {
        this.store = store;
        this.program = program;
        this.payloads = payloads;
        this.decider = decider;
    }

    /**
     * Appends an event.
     *
     * @param instanceId the instance that it happened to
     * @param eventId its id
     * @param event the event
     * @return false when the id was there
     * @throws IllegalArgumentException when no aggregate applies such an event, or an id is not legal
     * @throws UnreadablePayload when an event of the instance cannot be read
     * @throws HandlerFailed when an applier of the aggregate throws
     */
    public boolean append(String instanceId, String eventId, Object event) {
        EventType<?> type = program.event(event.getClass());
        return append(type, instanceId, eventId, payloads.write(event));
    }

    /**
     * Appends an event that came as JSON.
     *
     * @param aggregate the stored name of its aggregate
     * @param instanceId the instance that it happened to
     * @param eventId its id
     * @param eventName its stored name, or one that it had before
     * @param json the event in its present shape
     * @return false when the id was there
     * @throws IllegalArgumentException when no aggregate applies such an event, or an id is not legal
     * @throws UnreadablePayload when the JSON does not fit, or an event of the instance cannot be read
     * @throws HandlerFailed when an applier of the aggregate throws
     */
    public boolean appendJson(String aggregate, String instanceId, String eventId, String eventName, String json) {
        EventType<?> type = type(aggregate, eventName);
        Json data = Json.of(Ids.requireWellFormed("JSON", json));
        try {
            payloads.event(data, type.type());
        } catch (UnreadablePayload e) {
            throw new UnreadablePayload(
                    "an event cannot be read: " + place(type, instanceId, eventId) + ": " + e.getMessage(), e);
        }
        return append(type, instanceId, eventId, oneLine(json));
    }

    /** Between the tokens of JSON a line break is a space; within them there is none. */
    private static Json oneLine(String json) {
        return Json.of(json.replace('\n', ' ').replace('\r', ' '));
    }

    private EventType<?> type(String aggregate, String eventName) {
        AggregateModel<?> model = program.aggregate(aggregate);
        if (model == null) {
            throw new IllegalArgumentException("nobody knows this aggregate: aggregate=" + aggregate
                    + Suggestions.of(aggregate, program.aggregateNames()));
        }
        EventType<?> type = model.event(eventName);
        if (type == null) {
            throw new IllegalArgumentException("the aggregate applies no such event: aggregate=" + aggregate
                    + ", event=" + eventName + Suggestions.of(eventName, model.eventNames()));
        }
        return type;
    }

    private boolean append(EventType<?> type, String instanceId, String eventId, Json data) {
        UserCode.refuse("append");
        Ids.require("instance id", instanceId);
        Ids.requireNotEmpty("event id", eventId);
        if (data.utf8().length > Commit.MAX_BYTES) {
            throw new EsException("an event is more than a commit may hold: " + place(type, instanceId, eventId)
                    + ", bytes=" + data.utf8().length + ", most=" + Commit.MAX_BYTES);
        }
        String command = COMMAND + eventId;
        NewEvent event = new NewEvent(
                type.name(),
                type.evolution().version(),
                decider.now(),
                new Origin(command, command, command, null, null, Map.of()),
                eventId,
                data);
        String place = place(type, instanceId, eventId);
        try {
            return isNew(inTurn(new StreamId(type.aggregate(), instanceId), event), place);
        } catch (UnreadablePayload e) {
            throw new UnreadablePayload("an event was not appended: " + place + ": " + e.getMessage(), e);
        } catch (HandlerFailed e) {
            throw new HandlerFailed("an event was not appended: " + place + ": " + e.getMessage(), e.getCause());
        }
    }

    private boolean isNew(CommitOutcome outcome, String place) {
        if (outcome instanceof CommitOutcome.Committed committed) {
            decider.awaitDurable(committed.commit());
            return true;
        }
        if (outcome instanceof CommitOutcome.DuplicateCommand) {
            decider.awaitDurable(store.lastCommit());
            return false;
        }
        if (outcome instanceof CommitOutcome.Unknown unknown) {
            throw new StoreFailed(
                    "it is unknown whether an event was written, append it again under the same id: " + place,
                    unknown.cause());
        }
        throw new StoreFailed("the store gave an answer that fits no event: " + place + ", answer=" + outcome, null);
    }

    private CommitOutcome inTurn(StreamId stream, NewEvent event) {
        AggregateModel<?> target = Objects.requireNonNull(program.aggregate(stream.aggregate()), stream.aggregate());
        decider.turn().lock();
        try {
            List<StoredEvent> first = store.firstResult(stream, event.origin().commandId());
            return first.isEmpty() ? decider.append(target, stream, event) : new CommitOutcome.DuplicateCommand(first);
        } finally {
            decider.turn().unlock();
        }
    }

    private static String place(EventType<?> type, String instanceId, String eventId) {
        return "aggregate=" + type.aggregate() + ", instanceId=" + instanceId + ", event=" + type.name() + ", eventId="
                + eventId;
    }
}
