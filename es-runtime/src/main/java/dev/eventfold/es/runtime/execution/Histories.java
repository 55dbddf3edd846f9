package dev.eventfold.es.runtime.execution;

import dev.eventfold.es.HandlerFailed;
import dev.eventfold.es.UnreadablePayload;
import dev.eventfold.es.runtime.program.AggregateModel;
import dev.eventfold.es.runtime.program.Suggestions;
import dev.eventfold.es.runtime.store.EventStore;
import dev.eventfold.es.runtime.store.StoredEvent;
import dev.eventfold.es.runtime.store.StreamId;
import dev.eventfold.es.runtime.store.View;
import dev.eventfold.es.spi.EventType;
import java.util.List;
import java.util.Objects;

/** Folds the events of one instance into its state. An event that cannot be folded is an error, never left out. */
public final class Histories {
    private static final int PAGE = 256;

    private final EventStore store;
    private final Payloads payloads;
    private final KeptStates kept;

    /**
     * Of one store, from the first event on.
     *
     * @param store holds the events
     * @param payloads reads their payloads
     */
    public Histories(EventStore store, Payloads payloads) {
        this(store, payloads, KeptStates.NONE);
    }

    /**
     * Of one store.
     *
     * @param store holds the events
     * @param payloads reads their payloads
     * @param kept states to fold on from
     */
    public Histories(EventStore store, Payloads payloads, KeptStates kept) {
        this.store = store;
        this.payloads = payloads;
        this.kept = kept;
    }

    /**
     * Folds all events, or those behind a state that was kept.
     *
     * @param <A> the class of the aggregate
     * @param model the aggregate
     * @param stream the instance
     * @param view how far to see
     * @return a new state and its version
     * @throws UnreadablePayload when an event is unknown to the aggregate or cannot be read
     * @throws HandlerFailed when an applier or the constructor throws
     */
    public <A> DecidedState<A> fold(AggregateModel<A> model, StreamId stream, View view) {
        DecidedState<A> begun =
                kept.find(model, stream, view).orElseGet(() -> new DecidedState<>(initial(model, stream), 0));
        A state = begun.state();
        long version = begun.version();
        List<StoredEvent> page;
        do {
            page = store.readStream(stream, version + 1, PAGE, view);
            for (StoredEvent stored : page) {
                state = apply(model, state, new EventInHand(stored, payloads));
                version = stored.version();
            }
        } while (page.size() == PAGE);
        kept.folded(model, stream, begun.version(), version);
        return new DecidedState<>(state, version);
    }

    /**
     * Tells whoever keeps states that an instance gets events.
     *
     * @param model the aggregate
     * @param stream the instance
     * @param from the version before
     * @param to the version after
     */
    void decided(AggregateModel<?> model, StreamId stream, long from, long to) {
        kept.decided(model, stream, from, to);
    }

    private static <A> A initial(AggregateModel<A> model, StreamId stream) {
        try {
            return UserCode.run(() -> model.definition().initial());
        } catch (Exception | StackOverflowError e) {
            throw new HandlerFailed(
                    "the constructor of an aggregate failed: stream=" + stream + ": " + Thrown.text(e), e);
        }
    }

    /**
     * Folds one event more.
     *
     * @param <A> the class of the aggregate
     * @param model the aggregate
     * @param state the state before, of no use afterwards
     * @param event the event
     * @return the state after
     */
    <A> A apply(AggregateModel<A> model, A state, EventInHand event) {
        EventType<?> type = model.event(event.event());
        if (type == null) {
            throw new UnreadablePayload(
                    "the aggregate does not know an event of its stream: " + event.place()
                            + Suggestions.of(event.event(), model.eventNames())
                            + "; keep the class of every event that was ever stored, under its stored name",
                    null);
        }
        event.as(type.type());
        try {
            return Objects.requireNonNull(
                    UserCode.run(() -> model.definition().apply(state, event)), "the applier returned null");
        } catch (Exception | StackOverflowError e) {
            throw new HandlerFailed("an applier failed: " + event.place() + ": " + Thrown.text(e), e);
        }
    }
}
