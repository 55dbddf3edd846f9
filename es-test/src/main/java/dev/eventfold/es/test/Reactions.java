package dev.eventfold.es.test;

import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.Effect;
import dev.eventfold.es.OnFailure;
import dev.eventfold.es.RecordedEvent;
import dev.eventfold.es.StartFrom;
import dev.eventfold.es.spi.EventType;
import dev.eventfold.es.spi.Evolution;
import dev.eventfold.es.spi.FiredTimeout;
import dev.eventfold.es.spi.ProcessManagerDefinition;
import dev.eventfold.es.spi.RejectedCommand;
import dev.eventfold.es.spi.RejectionReaction;
import dev.eventfold.es.spi.Subscription;
import dev.eventfold.es.spi.TimeoutReaction;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A process manager that writes down what it is asked and answers, and sends no command to anybody. */
final class Reactions<P> implements ProcessManagerDefinition<P> {
    private final ProcessManagerDefinition<P> real;
    private final DeclaredSends declared;
    private final List<Sent> sent = new ArrayList<>();
    private final List<String> reacted = new ArrayList<>();
    private List<String> keys = List.of();
    private boolean timeoutsOnly;
    private @Nullable Throwable failure;

    /**
     * A command that a reaction returned.
     *
     * @param cause the event that was reacted to
     * @param index its place among the commands of the reaction
     * @param command the command
     */
    record Sent(RecordedEvent cause, int index, CommandEnvelope command) {}

    Reactions(ProcessManagerDefinition<P> real) {
        this.real = real;
        this.declared = new DeclaredSends(real);
    }

    /** Forgets whom the last event was for, and what came of it; not what was sent. */
    void next() {
        keys = List.of();
        nextTimeouts();
        timeoutsOnly = false;
    }

    /** The same, but remembers whom the last event was for until a timeout is for somebody else. */
    void nextTimeouts() {
        timeoutsOnly = true;
        reacted.clear();
        failure = null;
    }

    /** Everything sent so far. */
    List<Sent> sent() {
        return List.copyOf(sent);
    }

    /** The instances that the last event was for. */
    List<String> keys() {
        return keys;
    }

    /** The instances that reacted to the last event. */
    List<String> reacted() {
        return List.copyOf(reacted);
    }

    /** What the last reaction threw. */
    @Nullable
    Throwable failure() {
        return failure;
    }

    @Override
    public List<String> keys(RecordedEvent event) {
        keys = noting(() -> real.keys(event));
        return keys;
    }

    @Override
    public P apply(P state, RecordedEvent event) {
        return noting(() -> real.apply(state, event));
    }

    @Override
    public List<Effect> react(P state, RecordedEvent event) {
        return answered(event, noting(() -> real.react(state, event)));
    }

    @Override
    public List<Effect> reactToRejection(P state, RejectedCommand rejected) {
        keys = List.of(rejected.key());
        List<Effect> effects = noting(() -> real.reactToRejection(state, rejected));
        return answered((RecordedEvent) rejected, effects);
    }

    @Override
    public List<TimeoutReaction> timeoutReactions() {
        return real.timeoutReactions();
    }

    @Override
    public List<Effect> reactToTimeout(P state, FiredTimeout timeout) {
        if (timeoutsOnly) {
            keys = Stream.concat(reacted.stream(), Stream.of(timeout.key()))
                    .distinct()
                    .toList();
        }
        return answered((RecordedEvent) timeout, noting(() -> real.reactToTimeout(state, timeout)));
    }

    private List<Effect> answered(RecordedEvent event, List<Effect> effects) {
        // A reaction is pure, so it may be asked twice: the last answer counts.
        sent.removeIf(one ->
                one.cause().position() == event.position() && one.cause().key().equals(event.key()));
        reacted.remove(event.key());
        reacted.add(event.key());
        List<Effect> others = new ArrayList<>();
        int index = 0;
        for (Effect effect : effects) {
            if (effect instanceof CommandEnvelope command) {
                noting(() -> {
                    declared.check(event, command);
                    return command;
                });
                sent.add(new Sent(event, index++, command));
            } else {
                others.add(effect);
            }
        }
        return others;
    }

    private <T> T noting(Supplier<T> call) {
        try {
            return call.get();
        } catch (Throwable e) {
            failure = e;
            throw e;
        }
    }

    @Override
    public String name() {
        return real.name();
    }

    @Override
    public Class<P> type() {
        return real.type();
    }

    @Override
    public boolean keyed() {
        return real.keyed();
    }

    @Override
    public OnFailure onFailure() {
        return OnFailure.CONTINUE;
    }

    @Override
    public StartFrom startFrom() {
        return real.startFrom();
    }

    @Override
    public boolean strict() {
        return real.strict();
    }

    @Override
    public Evolution evolution() {
        return real.evolution();
    }

    @Override
    public List<EventType<?>> evolvedEvents() {
        return real.evolvedEvents();
    }

    @Override
    public List<Subscription> subscriptions() {
        return real.subscriptions();
    }

    @Override
    public List<RejectionReaction> rejectionReactions() {
        return real.rejectionReactions();
    }

    @Override
    public P initial() {
        return real.initial();
    }
}
