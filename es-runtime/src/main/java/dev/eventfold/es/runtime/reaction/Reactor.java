package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.Effect;
import dev.eventfold.es.OnFailure;
import dev.eventfold.es.runtime.DeadLetter.Cause;
import dev.eventfold.es.runtime.execution.EventInHand;
import dev.eventfold.es.runtime.execution.UserCode;
import dev.eventfold.es.runtime.reaction.Outcome.Sequence;
import dev.eventfold.es.runtime.store.StoredEvent;
import dev.eventfold.es.runtime.store.StreamId;
import dev.eventfold.es.spi.Ids;
import dev.eventfold.es.spi.ProcessManagerDefinition;
import dev.eventfold.es.spi.RejectionReaction;
import dev.eventfold.es.spi.Subscription;
import dev.eventfold.es.spi.TimeoutReaction;
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
    private final TimeEffects time;
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
        this.time = new TimeEffects(KeptDefinition.presentName(definition), interests);
        this.alone = alone;
    }

    /** What comes of one event: nothing when the process manager does not react to it, else one outcome for each key. */
    List<Outcome> react(StoredEvent stored) {
        if (interests.isOfRejections(stored.stream())) {
            return List.of(answer(stored));
        }
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

    /** What comes of an event for one instance that it was for before. */
    Outcome reactAgain(EventInHand event) {
        StoredEvent stored = event.stored();
        if (interests.isOfRejections(stored.stream())) {
            return answer(stored);
        }
        if (interests.isOfTimeouts(stored.stream())) {
            return fired(stored);
        }
        Subscription subscription =
                interests.match(stored.stream(), stored.event().name());
        if (subscription == null) {
            String error = ConsumerKind.of(definition).the() + " does not react to this event any more; evict it: "
                    + event.place();
            return failed(event, new Failure(Cause.REACTION_FAILED, error));
        }
        return react(subscription, event);
    }

    private List<String> keys(EventInHand event) {
        List<String> keys = UserCode.run(() -> definition.keys(event));
        keys.forEach(key -> Ids.require("key", key));
        return keys;
    }

    /** What comes of an event that cannot be reacted to at all. */
    Outcome refuse(StoredEvent stored, Failure failure) {
        EventInHand event = new EventInHand(stored, host.payloads());
        List<String> keys = interests.isOfRejections(stored.stream())
                ? List.of(LoggedRejection.of(stored, host.payloads()).key())
                : keys(event);
        return keys.size() == 1
                ? failed(event.forKey(host.payloads(), keys.get(0)), failure)
                : failedWithoutKey(event, failure);
    }

    private Outcome answer(StoredEvent stored) {
        LoggedRejection rejected = LoggedRejection.of(stored, host.payloads());
        EventInHand event = new EventInHand(stored, host.payloads()).forKey(host.payloads(), rejected.key());
        RejectionReaction reaction = interests.answer(rejected.target(), rejected.command());
        Sequence sequence = sequence(event);
        if (sequence.eventsBlocked()) {
            return new Outcome.Parked(event, sequence);
        }
        if (reaction == null || !rows.instance(event.key()).lives()) {
            return new Outcome.Unanswered(event, sequence, rejected);
        }
        return react(new Occasion.OfRejection(event, rejected, reaction), sequence);
    }

    /** What comes of a timeout that fired, if its row still says that it waits for that. */
    Outcome fired(StoredEvent stored) {
        LoggedTimeout timeout = LoggedTimeout.of(stored, host.payloads());
        EventInHand event = new EventInHand(stored, host.payloads()).forKey(host.payloads(), timeout.instanceId());
        Sequence sequence = sequence(event);
        PendingTimeout pending = rows.instance(event.key()).waits().timeouts().get(timeout.timeout());
        if (pending == null || pending.fired() != event.version()) {
            return new Outcome.Ignored(event);
        }
        if (sequence.eventsBlocked()) {
            return new Outcome.Parked(event, sequence);
        }
        TimeoutReaction reaction = interests.timeout(timeout.timeout());
        return reaction == null
                ? failed(event, Failure.ofReaction(time.unknown(timeout.timeout())))
                : react(new Occasion.OfTimeout(event, timeout, reaction), sequence);
    }

    /** What comes of a timeout that fired and cannot be reacted to at all. */
    Outcome refuseFired(StoredEvent stored, Failure failure) {
        String key = stored.stream().instanceId();
        return failed(new EventInHand(stored, host.payloads()).forKey(host.payloads(), key), failure);
    }

    private Outcome react(Subscription subscription, EventInHand event) {
        Sequence sequence = sequence(event);
        if (sequence.eventsBlocked()) {
            return new Outcome.Parked(event, sequence);
        }
        if (!rows.instance(event.key()).lives() && !subscription.starts()) {
            return definition.strict() ? noInstance(event) : new Outcome.Ignored(event);
        }
        return react(new Occasion.OfEvent(event, subscription), sequence);
    }

    private Outcome react(Occasion occasion, Sequence sequence) {
        InstanceRow<P> instance = rows.instance(occasion.event().key());
        boolean lived = instance.lives();
        instance.open();
        try {
            List<Effect> effects = UserCode.run(() -> instance.react(occasion));
            List<SentCommand> commands = sending.commands(occasion, effects);
            Waits waits = time.timeouts(waitsOf(instance, occasion), occasion, effects);
            boolean ended = occasion.ends() || effects.contains(END);
            if (ended) {
                end(instance);
            } else if (alone) {
                instance.seal();
            }
            instance.setWaits(ended ? waits.ofEnded() : waits);
            return new Outcome.Reacted(occasion.event(), sequence, atOnce(commands, occasion, sequence), ended);
        } catch (Exception | StackOverflowError e) {
            UserCode.run(() -> {
                instance.undo(occasion, lived);
                return instance;
            });
            return failed(occasion.event(), ofReaction(e));
        }
    }

    private Failure ofReaction(Throwable thrown) {
        return definition instanceof Receiving<?> ? Failure.ofReceiving(thrown) : Failure.ofReaction(thrown);
    }

    /** A timeout that runs is pending no more. */
    private static Waits waitsOf(InstanceRow<?> instance, Occasion occasion) {
        return occasion instanceof Occasion.OfTimeout timeout
                ? instance.waits().withoutTimeout(timeout.reaction().name())
                : instance.waits();
    }

    /** The commands to send now. The others are kept with the sequence, which outlives its instance. */
    private static List<SentCommand> atOnce(List<SentCommand> commands, Occasion occasion, Sequence sequence) {
        List<SentCommand> atOnce = new ArrayList<>(commands.size());
        for (SentCommand command : commands) {
            if (command.envelope().delay().isEmpty()) {
                atOnce.add(command);
            } else {
                sequence.later(occasion, command);
            }
        }
        return atOnce;
    }

    private void end(InstanceRow<P> instance) {
        if (!definition.keyed()) {
            throw new IllegalStateException("a process manager without key has no end");
        }
        instance.end();
    }

    private Outcome failed(EventInHand event, Failure failure) {
        Sequence sequence = sequence(event);
        if (definition.onFailure() != OnFailure.CONTINUE) {
            sequence.blockEvents();
        }
        return new Outcome.Failed(event, sequence, failure);
    }

    /** Blocks nothing: there is no state that a later event would be folded into wrongly, and the event may yet be retried into one. */
    private Outcome noInstance(EventInHand event) {
        Failure failure = new Failure(Cause.NO_INSTANCE, "no instance lives: key=" + event.key());
        return new Outcome.Failed(event, sequence(event), failure);
    }

    /** Without key the sequence is the stream; where there are keys, what has none belongs to no instance and blocks none. */
    private Outcome failedWithoutKey(EventInHand event, Failure failure) {
        if (!definition.keyed()) {
            return failed(event, failure);
        }
        return new Outcome.Failed(event, new Sequence(event.stored().stream().toString(), null), failure);
    }

    /** Of an instance its key; without key the stream of the event, and of a rejection that of the event which it goes back to. */
    private Sequence sequence(EventInHand event) {
        StreamId stream = event.stored().stream();
        String source = interests.isOfRejections(stream) ? stream.instanceId() : stream.toString();
        String name = definition.keyed() ? event.key() : source;
        return new Sequence(name, rows.sequence(name));
    }

    /** Whether one of these stops a process manager that stops at failures. */
    static boolean anyFailed(List<Outcome> outcomes) {
        return outcomes.stream().anyMatch(Outcome.Failed.class::isInstance);
    }
}
