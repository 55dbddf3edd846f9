package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.runtime.execution.CommandIds;
import dev.eventfold.es.runtime.execution.Decider;
import dev.eventfold.es.runtime.execution.EventInHand;
import dev.eventfold.es.runtime.execution.Payloads;
import dev.eventfold.es.runtime.execution.UserCode;
import dev.eventfold.es.runtime.store.EventStore;
import dev.eventfold.es.runtime.store.StoredEvent;
import dev.eventfold.es.runtime.store.StreamId;
import dev.eventfold.es.runtime.store.View;
import dev.eventfold.es.spi.ProcessManagerDefinition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The delayed commands of a shadow replay: what the code of today would send later waits in its rows until the log tells what was sent then. For
 * one thread at a time.
 *
 * @param <P> the class of the process manager
 */
final class ShadowDelays<P> {
    private static final int PAGE = 1_000;

    private final EventStore store;
    private final Payloads payloads;
    private final ProcessManagerDefinition<P> definition;
    private final Interests interests;
    private final Sending sending;
    private final ReplayedRows<P> rows;
    private final SentComparison comparison;
    private final Predicate<EventInHand> broken;
    private final Map<String, List<LateCommand>> unasked = new HashMap<>();

    ShadowDelays(
            EventStore store,
            Payloads payloads,
            ProcessManagerDefinition<P> definition,
            Sending sending,
            ReplayedRows<P> rows,
            SentComparison comparison,
            Predicate<EventInHand> broken) {
        this.store = store;
        this.payloads = payloads;
        this.definition = definition;
        this.interests = new Interests(definition);
        this.sending = sending;
        this.rows = rows;
        this.comparison = comparison;
        this.broken = broken;
    }

    /** A reaction asks for a command that is to be sent later. */
    void ask(Occasion occasion, SentCommand command) {
        ReplayedRow<P> row = rows.instance(occasion.event().key());
        row.setWaits(TimeEffects.later(row.waits(), occasion, command));
    }

    /** A command was sent, later than what it was asked for. */
    void sent(LateCommand late) {
        String key = late.key() == null ? keyOf(late) : late.key();
        Optional<DelayedCommand> asked = waiting(key, late::is);
        if (asked.isPresent()) {
            ReplayedRow<P> row = rows.instance(key);
            row.setWaits(row.waits().without(asked.get()));
            compare(asked.get(), late.command());
        } else if (late.position() > 0) {
            unasked(event(late.position()).forKey(payloads, key), late.index(), late.command());
        } else if (unasked.size() < ShadowFindings.MOST) {
            unasked.computeIfAbsent(late.causationId(), id -> new ArrayList<>()).add(late);
        } else {
            comparison.countUnasked();
        }
    }

    /** Whether a command that the code of today asks for at an event is still to come. */
    boolean isAwaited(EventInHand event) {
        // What says that nothing was written does not say for which instance.
        List<String> keys = event.key().isEmpty() && definition.keyed() ? keys(event) : List.of(event.key());
        return keys.stream()
                .flatMap(key -> rows.instance(key).waits().commands().stream())
                .anyMatch(one -> JsonMembers.of(one.about()).number("position") == event.position());
    }

    /** Whether an event is for one instance, and no other. */
    boolean isForOne(EventInHand event) {
        return !definition.keyed() || keys(event).size() < 2;
    }

    private Optional<DelayedCommand> waiting(String key, Predicate<JsonMembers> asked) {
        return rows.instance(key).waits().commands().stream()
                .filter(one -> asked.test(JsonMembers.of(one.about())))
                .findFirst();
    }

    /** What would have been sent; {@code was} is null when nothing was. */
    void compare(DelayedCommand asked, @Nullable LoggedCommand was) {
        JsonMembers about = JsonMembers.of(asked.about());
        EventInHand event = event(about);
        if (!broken.test(event)) {
            SentCommand would = sending.again(event, about);
            comparison.compare(event, event.key(), would.index(), would, was);
        }
    }

    /** What a delayed command was asked for. */
    EventInHand event(JsonMembers about) {
        StreamId source = StreamId.parse(about.text("source"));
        StoredEvent stored = store.readStream(source, about.number("version"), 1, View.DURABLE)
                .get(0);
        return new EventInHand(stored, payloads).forKey(payloads, about.text("key"));
    }

    private EventInHand event(long position) {
        StoredEvent stored = store.read(Decider.PARTITION, position - 1, 1, BatchSize.MAX_BYTES, View.DURABLE)
                .get(0);
        return new EventInHand(stored, payloads);
    }

    /** A command that wrote nothing says what it was asked for, and not the instance: one that waits for the very same there, or for another one. */
    private String keyOf(LateCommand late) {
        List<String> keys = definition.keyed() ? keys(event(late.position())) : List.of("");
        return keys.stream()
                .filter(key -> waiting(key, late::isSameAs).isPresent())
                .findFirst()
                .or(() -> keys.stream()
                        .filter(key -> waiting(key, late::is).isPresent())
                        .findFirst())
                .orElse(keys.isEmpty() ? "" : keys.get(0));
    }

    private List<String> keys(EventInHand event) {
        StreamId stream = event.stored().stream();
        if (interests.isOfTimeouts(stream)) {
            return List.of(stream.instanceId());
        }
        if (interests.isOfRejections(stream)) {
            return List.of(LoggedRejection.of(event.stored(), payloads).key());
        }
        try {
            return UserCode.run(() -> definition.keys(event));
        } catch (Exception | StackOverflowError e) {
            // It is a broken instance already.
            return List.of();
        }
    }

    private void unasked(EventInHand event, int index, LoggedCommand was) {
        if (!broken.test(event)) {
            comparison.compare(event, event.key(), index, null, was);
        }
    }

    /** Finds the events that commands were sent for which the code of today does not ask for: their ids are all that the log says there. */
    void findUnasked() {
        List<StoredEvent> page = List.of();
        long position = 0;
        while (!unasked.isEmpty()) {
            page = store.read(Decider.PARTITION, position, PAGE, BatchSize.MAX_BYTES, View.DURABLE);
            if (page.isEmpty()) {
                return;
            }
            for (StoredEvent event : page) {
                position = event.position();
                Optional.ofNullable(unasked.remove(event.id()))
                        .ifPresent(late -> late.forEach(one -> found(event, one)));
            }
        }
    }

    private void found(StoredEvent stored, LateCommand late) {
        EventInHand event = new EventInHand(stored, payloads).forKey(payloads, String.valueOf(late.key()));
        int index = 0;
        for (int place = SentFacts.MOST_PLACES; place >= 0; place--) {
            String id = CommandIds.derived(definition.name(), event.key(), stored.stream(), event.version(), place);
            index = id.equals(late.command().commandId()) ? place : index;
        }
        unasked(event, index, late.command());
    }
}
