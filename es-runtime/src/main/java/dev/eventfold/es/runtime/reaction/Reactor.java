package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.Effect;
import dev.eventfold.es.OnFailure;
import dev.eventfold.es.runtime.DeadLetter.Cause;
import dev.eventfold.es.runtime.execution.EventInHand;
import dev.eventfold.es.runtime.execution.UserCode;
import dev.eventfold.es.runtime.reaction.Outcome.Sequence;
import dev.eventfold.es.runtime.store.StoredEvent;
import dev.eventfold.es.spi.Ids;
import dev.eventfold.es.spi.ProcessManagerDefinition;
import dev.eventfold.es.spi.Subscription;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs the reactions of one batch. Decides nothing and writes nothing: what it finds out is settled in turn afterwards.
 *
 * @param <P> the class of the process manager
 */
final class Reactor<P> {
    private static final Effect END = Effect.end();

    private final LogHost host;
    private final ProcessManagerDefinition<P> definition;
    private final Interests interests;
    private final Sending sending;
    private final BatchRows<P> rows;
    private final boolean alone;

    /** With {@code alone}, for a batch of one event, a state that cannot be written is the failure of that event. */
    Reactor(
            LogHost host,
            ProcessManagerDefinition<P> definition,
            Interests interests,
            Sending sending,
            BatchRows<P> rows,
            boolean alone) {
        this.host = host;
        this.definition = definition;
        this.interests = interests;
        this.sending = sending;
        this.rows = rows;
        this.alone = alone;
    }

    /** What comes of one event: nothing when the process manager does not react to it, else one outcome for each key. */
    List<Outcome> react(StoredEvent stored) {
        Subscription subscription =
                interests.match(stored.stream(), stored.event().name());
        if (subscription == null) {
            return List.of();
        }
        EventInHand event = new EventInHand(stored, host.payloads());
        List<String> keys;
        try {
            keys = keys(event);
        } catch (Exception | StackOverflowError e) {
            return List.of(failedWithoutKey(event, Failure.ofReaction(e)));
        }
        List<Outcome> outcomes = new ArrayList<>(keys.size());
        for (String key : keys) {
            outcomes.add(react(subscription, event.forKey(host.payloads(), key)));
        }
        return outcomes;
    }

    /** What comes of an event that cannot be reacted to at all. */
    Outcome refuse(StoredEvent stored, Failure failure) {
        EventInHand event = new EventInHand(stored, host.payloads());
        List<String> keys = keys(event);
        return keys.size() == 1
                ? failed(event.forKey(host.payloads(), keys.get(0)), failure)
                : failedWithoutKey(event, failure);
    }

    private List<String> keys(EventInHand event) {
        List<String> keys = UserCode.run(() -> definition.keys(event));
        keys.forEach(key -> Ids.require("key", key));
        return keys;
    }

    private Outcome react(Subscription subscription, EventInHand event) {
        InstanceRow<P> instance = rows.instance(event.key());
        InstanceRow<P> sequence = rows.sequence(event.key(), event.stored().stream());
        if (sequence.eventsBlocked()) {
            return new Outcome.Parked(event, sequence(event, sequence));
        }
        boolean lived = instance.lives();
        if (!lived && !subscription.starts()) {
            return definition.strict() ? noInstance(event) : new Outcome.Ignored(event);
        }
        instance.open();
        try {
            List<Effect> effects = UserCode.run(() -> instance.react(event));
            List<SentCommand> commands = sending.commands(subscription, effects, event);
            if (subscription.ends() || effects.contains(END)) {
                end(instance);
            } else if (alone) {
                instance.seal();
            }
            return new Outcome.Reacted(event, sequence(event, sequence), commands);
        } catch (Exception | StackOverflowError e) {
            UserCode.run(() -> {
                instance.undo(event, lived);
                return instance;
            });
            return failed(event, Failure.ofReaction(e));
        }
    }

    private void end(InstanceRow<P> instance) {
        if (!definition.keyed()) {
            throw new IllegalStateException("a process manager without key has no end");
        }
        instance.end();
    }

    private Outcome failed(EventInHand event, Failure failure) {
        InstanceRow<P> sequence = rows.sequence(event.key(), event.stored().stream());
        if (definition.onFailure() != OnFailure.CONTINUE) {
            sequence.blockEvents();
        }
        return new Outcome.Failed(event, sequence(event, sequence), failure);
    }

    /** Blocks nothing: there is no state that a later event would be folded into wrongly, and the event may yet be retried into one. */
    private Outcome noInstance(EventInHand event) {
        Failure failure = new Failure(Cause.NO_INSTANCE, "no instance lives: key=" + event.key());
        return new Outcome.Failed(event, sequence(event, rows.sequence(event.key(), event.stored().stream())), failure);
    }

    /** Without key the sequence is the stream; where there are keys, what has none belongs to no instance and blocks none. */
    private Outcome failedWithoutKey(EventInHand event, Failure failure) {
        if (!definition.keyed()) {
            return failed(event, failure);
        }
        return new Outcome.Failed(event, new Sequence(event.stored().stream().toString(), null), failure);
    }

    private Sequence sequence(EventInHand event, InstanceRow<P> row) {
        String name = definition.keyed() ? event.key() : event.stored().stream().toString();
        return new Sequence(name, row);
    }

    /** Whether one of these stops a process manager that stops at failures. */
    static boolean anyFailed(List<Outcome> outcomes) {
        return outcomes.stream().anyMatch(Outcome.Failed.class::isInstance);
    }
}
