package dev.eventfold.es.runtime.execution;

import dev.eventfold.es.runtime.program.AggregateModel;
import dev.eventfold.es.runtime.store.StreamId;
import dev.eventfold.es.runtime.store.View;
import java.util.List;

/** The states that decisions rest on: kept from one to the next, and folded where none is kept. For one thread at a time. */
final class DecidedStates {
    private final Histories histories;
    private final StateCache cache = new StateCache();

    DecidedStates(Histories histories) {
        this.histories = histories;
    }

    /** The state of an instance, with what a draft holds of it. */
    <A> DecidedState<A> of(Draft draft, AggregateModel<A> target, StreamId stream) {
        DecidedState<?> cached = cache.get(stream);
        if (cached != null) {
            return ofType(cached);
        }
        DecidedState<A> folded = histories.fold(target, stream, View.DECIDED);
        DecidedState<A> known = apply(target, folded, draft.decided(stream));
        cache.put(stream, known);
        return known;
    }

    /** Goes on with what was decided just now; gives the version after it. */
    <A> long decided(AggregateModel<A> target, StreamId stream, DecidedState<A> before, List<EventInHand> events) {
        DecidedState<A> after = apply(target, before, events);
        cache.put(stream, after);
        histories.decided(target, stream, before.version(), after.version());
        return after.version();
    }

    private <A> DecidedState<A> apply(AggregateModel<A> target, DecidedState<A> before, List<EventInHand> events) {
        A state = before.state();
        long version = before.version();
        for (EventInHand event : events) {
            state = histories.apply(target, state, event);
            version = event.version();
        }
        return new DecidedState<>(state, version);
    }

    @SuppressWarnings("unchecked") // a stream is of one aggregate
    private static <A> DecidedState<A> ofType(DecidedState<?> state) {
        return (DecidedState<A>) state;
    }

    void drop(StreamId stream) {
        cache.drop(stream);
    }

    void clear() {
        cache.clear();
    }
}
