package dev.eventfold.es.runtime.execution;

import dev.eventfold.es.runtime.program.AggregateModel;
import dev.eventfold.es.runtime.store.StreamId;
import dev.eventfold.es.runtime.store.View;
import java.util.Optional;

/** States that were kept, to fold on from, and who is told when there is something to keep. Safe for use by any number of threads. */
public interface KeptStates {
    /** Keeps nothing. */
    KeptStates NONE = new KeptStates() {
        @Override
        public <A> Optional<DecidedState<A>> find(AggregateModel<A> model, StreamId stream, View view) {
            return Optional.empty();
        }

        @Override
        public void decided(AggregateModel<?> model, StreamId stream, long from, long to) {
            // Nobody wants to know.
        }

        @Override
        public void folded(AggregateModel<?> model, StreamId stream, long from, long to) {
            // Nobody wants to know.
        }
    };

    /**
     * The state of an instance as of some version.
     *
     * @param <A> the class of the aggregate
     * @param model the aggregate
     * @param stream the instance
     * @param view how far to see
     * @return an object of the caller's own, which is what folding the events up to there gives; empty when there is none that can be believed
     */
    <A> Optional<DecidedState<A>> find(AggregateModel<A> model, StreamId stream, View view);

    /**
     * An instance gets events. Returns at once.
     *
     * @param model the aggregate
     * @param stream the instance
     * @param from the version before
     * @param to the version after, which may not be durable yet
     */
    void decided(AggregateModel<?> model, StreamId stream, long from, long to);

    /**
     * Events were folded that no state which was kept holds. Returns at once.
     *
     * @param model the aggregate
     * @param stream the instance
     * @param from the version of the state that was kept; 0 when there was none
     * @param to the version folded up to, which may not be durable yet
     */
    void folded(AggregateModel<?> model, StreamId stream, long from, long to);
}
