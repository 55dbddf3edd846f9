package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.Effect;
import dev.eventfold.es.runtime.execution.Decider;
import dev.eventfold.es.runtime.execution.EventInHand;
import dev.eventfold.es.runtime.execution.Payloads;
import dev.eventfold.es.runtime.execution.UserCode;
import dev.eventfold.es.runtime.store.CommittedMove;
import dev.eventfold.es.runtime.store.EventStore;
import dev.eventfold.es.runtime.store.StoredEvent;
import dev.eventfold.es.runtime.store.StreamId;
import dev.eventfold.es.runtime.store.View;
import dev.eventfold.es.spi.Ids;
import dev.eventfold.es.spi.ProcessManagerDefinition;
import dev.eventfold.es.spi.RejectionReaction;
import dev.eventfold.es.spi.Subscription;
import dev.eventfold.es.spi.TimeoutReaction;
import java.util.List;

/**
 * Hands out again what each instance of a process manager was given, in the order of its commits: events that it passed, but not those that
 * failed or were parked, and these where they went through later. Runs no reaction itself. For one thread at a time.
 *
 * @param <P> the class of the process manager
 */
final class Replay<P> {
    private static final int PAGE = 1_000;

    private final EventStore store;
    private final Payloads payloads;
    private final ProcessManagerDefinition<P> definition;
    private final Interests interests;
    private final long startsAfter;
    private final FiredTimeouts waiting = new FiredTimeouts();

    /** Positions up to {@code startsAfter} were none of its business. */
    Replay(EventStore store, Payloads payloads, ProcessManagerDefinition<P> definition, long startsAfter) {
        this.store = store;
        this.payloads = payloads;
        this.definition = definition;
        this.interests = new Interests(definition);
        this.startsAfter = startsAfter;
    }

    /** Takes what is handed out. */
    interface Recipient {
        /** An event for one instance, the rejection of a command of it, or a timeout; {@link #reacted} must be told what came of it. */
        void given(Occasion occasion);

        /** All that is given of what stands at a position, and before it, was given. */
        void passed(long position);

        /** All that is given of the next outcome of the commit was given. */
        void wentOn();

        /** An event whose keys the present code cannot tell, though that of then could. */
        void failed(EventInHand event, Throwable why);
    }

    /** Timeouts that have fired and wait. */
    FiredTimeouts waiting() {
        return waiting;
    }

    /** Hands out what one commit was made for. */
    void commit(CommittedMove move, CommitFacts facts, Recipient recipient) {
        commit(move, facts, move.from(), 0, recipient);
    }

    /** The same, but for what stands up to a position and the first of its outcomes. */
    void commit(CommittedMove move, CommitFacts facts, long after, int outcomes, Recipient recipient) {
        pass(Math.max(move.from(), after), move.to(), facts, recipient);
        for (StoredEvent outcome :
                facts.outcomes().subList(outcomes, facts.outcomes().size())) {
            if (TimeoutEvents.FIRED.equals(outcome.event().name())) {
                fired(LoggedTimeout.of(outcome, payloads), facts, recipient);
            } else {
                again(outcome, facts, recipient);
            }
            recipient.wentOn();
        }
    }

    /** Hands out events that were passed without a commit: nothing came of them. */
    void passed(long from, long to, Recipient recipient) {
        pass(from, to, CommitFacts.NONE, recipient);
    }

    /** The sequence of an event where there are no keys: its stream, and of a rejection that of the event which it goes back to. */
    String source(EventInHand event) {
        StreamId stream = event.stored().stream();
        return interests.isOfRejections(stream) ? stream.instanceId() : stream.toString();
    }

    /** Hears what an instance has returned. */
    void reacted(String key, List<Effect> effects, boolean lives) {
        waiting.reacted(key, effects, lives);
    }

    private void pass(long from, long to, CommitFacts facts, Recipient recipient) {
        long position = Math.max(from, startsAfter);
        while (position < to) {
            int most = (int) Math.min(PAGE, to - position);
            for (StoredEvent event : store.read(Decider.PARTITION, position, most, BatchSize.MAX_BYTES, View.DURABLE)) {
                position = event.position();
                hand(event, facts, recipient);
                recipient.passed(position);
            }
        }
    }

    private void hand(StoredEvent stored, CommitFacts facts, Recipient recipient) {
        if (interests.isOfRejections(stored.stream())) {
            LoggedRejection rejected = LoggedRejection.of(stored, payloads);
            if (!facts.isWithheld(stored.position(), rejected.sequence(), rejected.key())) {
                answer(rejected, recipient);
            }
            return;
        }
        Subscription subscription =
                interests.match(stored.stream(), stored.event().name());
        String source = stored.stream().toString();
        if (subscription == null || (definition.keyed() && facts.isWithheld(stored.position(), source, ""))) {
            return;
        }
        EventInHand event = new EventInHand(stored, payloads);
        for (String key : keys(event, recipient)) {
            if (!facts.isWithheld(stored.position(), definition.keyed() ? key : source, key)) {
                recipient.given(new Occasion.OfEvent(event.forKey(payloads, key), subscription));
            }
        }
    }

    private List<String> keys(EventInHand event, Recipient recipient) {
        try {
            List<String> keys = UserCode.run(() -> definition.keys(event));
            keys.forEach(key -> Ids.require("key", key));
            return keys;
        } catch (Exception | StackOverflowError e) {
            recipient.failed(event, e);
            return List.of();
        }
    }

    private void answer(LoggedRejection rejected, Recipient recipient) {
        RejectionReaction reaction = interests.answer(rejected.target(), rejected.command());
        if (reaction != null) {
            EventInHand event = new EventInHand(rejected.stored(), payloads).forKey(payloads, rejected.key());
            recipient.given(new Occasion.OfRejection(event, rejected, reaction));
        }
    }

    private void fired(LoggedTimeout timeout, CommitFacts facts, Recipient recipient) {
        waiting.add(timeout);
        String key = timeout.instanceId();
        if (!facts.isWithheld(timeout.position(), definition.keyed() ? key : source(timeout), key)) {
            turn(timeout, recipient);
        }
    }

    private static String source(LoggedTimeout timeout) {
        return timeout.stored().stream().toString();
    }

    private void turn(LoggedTimeout timeout, Recipient recipient) {
        TimeoutReaction reaction = interests.timeout(timeout.timeout());
        if (waiting.take(timeout) && reaction != null) {
            EventInHand event = new EventInHand(timeout.stored(), payloads).forKey(payloads, timeout.instanceId());
            recipient.given(new Occasion.OfTimeout(event, timeout, reaction));
        }
    }

    /** Hands out the events that went through when they were tried again. */
    private void again(StoredEvent outcome, CommitFacts facts, Recipient recipient) {
        for (long version : RetryOutcomes.wentThrough(outcome)) {
            StoredEvent entry =
                    store.readStream(outcome.stream(), version, 1, View.DURABLE).get(0);
            if (!RetryOutcomes.isOfCommand(entry)) {
                again(JsonMembers.of(entry.event().data()), outcome.stream().instanceId(), facts, recipient);
            }
        }
    }

    private void again(JsonMembers entry, String sequence, CommitFacts facts, Recipient recipient) {
        StreamId source = StreamId.parse(entry.text("source"));
        StoredEvent stored = store.readStream(source, entry.number("version"), 1, View.DURABLE)
                .get(0);
        if (source.aggregate().equals(SystemStreams.timeouts(definition.name()))) {
            turn(LoggedTimeout.of(stored, payloads), recipient);
            return;
        }
        String key = entry.text("key");
        boolean ofNoInstance = definition.keyed() && !sequence.equals(key);
        if (ofNoInstance || interests.isOfRejections(source)) {
            hand(stored, facts, recipient);
            return;
        }
        Subscription subscription = interests.match(source, stored.event().name());
        if (subscription != null) {
            EventInHand event = new EventInHand(stored, payloads).forKey(payloads, key);
            recipient.given(new Occasion.OfEvent(event, subscription));
        }
    }
}
