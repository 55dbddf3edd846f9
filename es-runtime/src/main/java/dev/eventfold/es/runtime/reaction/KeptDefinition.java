package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.Effect;
import dev.eventfold.es.OnFailure;
import dev.eventfold.es.RecordedEvent;
import dev.eventfold.es.StartFrom;
import dev.eventfold.es.spi.EventType;
import dev.eventfold.es.spi.Evolution;
import dev.eventfold.es.spi.FiredTimeout;
import dev.eventfold.es.spi.PayloadCodec;
import dev.eventfold.es.spi.ProcessManagerDefinition;
import dev.eventfold.es.spi.RejectedCommand;
import dev.eventfold.es.spi.RejectionReaction;
import dev.eventfold.es.spi.Subscription;
import dev.eventfold.es.spi.TimeoutReaction;
import java.util.List;

/**
 * A process manager under the name that a store keeps its position, rows and failures under, which is the first that it had.
 *
 * @param now its definition
 * @param name the name that it is kept under
 * @param <P> its class
 */
record KeptDefinition<P>(ProcessManagerDefinition<P> now, String name) implements ProcessManagerDefinition<P> {
    /** The definition as a store knows it. */
    static <P> ProcessManagerDefinition<P> of(ProcessManagerDefinition<P> now, String keptAs) {
        return now.name().equals(keptAs) ? now : new KeptDefinition<>(now, keptAs);
    }

    /** The name that a process manager has now, however it is kept. */
    static String presentName(ProcessManagerDefinition<?> definition) {
        return definition instanceof KeptDefinition<?> kept ? kept.now().name() : definition.name();
    }

    @Override
    public Class<P> type() {
        return now.type();
    }

    @Override
    public boolean keyed() {
        return now.keyed();
    }

    @Override
    public OnFailure onFailure() {
        return now.onFailure();
    }

    @Override
    public StartFrom startFrom() {
        return now.startFrom();
    }

    @Override
    public boolean strict() {
        return now.strict();
    }

    @Override
    public Evolution evolution() {
        return now.evolution();
    }

    @Override
    public List<EventType<?>> evolvedEvents() {
        return now.evolvedEvents();
    }

    @Override
    public List<PayloadCodec> codecs() {
        return now.codecs();
    }

    @Override
    public List<Subscription> subscriptions() {
        return now.subscriptions();
    }

    @Override
    public P initial() {
        return now.initial();
    }

    @Override
    public List<String> keys(RecordedEvent event) {
        return now.keys(event);
    }

    @Override
    public P apply(P state, RecordedEvent event) {
        return now.apply(state, event);
    }

    @Override
    public List<Effect> react(P state, RecordedEvent event) {
        return now.react(state, event);
    }

    @Override
    public List<RejectionReaction> rejectionReactions() {
        return now.rejectionReactions();
    }

    @Override
    public List<Effect> reactToRejection(P state, RejectedCommand rejected) {
        return now.reactToRejection(state, rejected);
    }

    @Override
    public List<TimeoutReaction> timeoutReactions() {
        return now.timeoutReactions();
    }

    @Override
    public List<Effect> reactToTimeout(P state, FiredTimeout timeout) {
        return now.reactToTimeout(state, timeout);
    }

    @Override
    public IllegalStateException unknown(FiredTimeout timeout) {
        return now.unknown(timeout);
    }

    @Override
    public IllegalStateException unknown(RecordedEvent event) {
        return now.unknown(event);
    }

    @Override
    public IllegalStateException unknown(RejectedCommand rejected) {
        return now.unknown(rejected);
    }
}
