package dev.eventfold.es.test;

import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.CommandRejected;
import dev.eventfold.es.runtime.Codec;
import dev.eventfold.es.runtime.DeadLetter;
import dev.eventfold.es.runtime.ProcessInstance;
import dev.eventfold.es.runtime.ProcessManagerReport;
import dev.eventfold.es.runtime.engine.FixtureStore;
import dev.eventfold.es.runtime.json.Jackson;
import dev.eventfold.es.runtime.spi.ProcessManagerRunner;
import dev.eventfold.es.spi.EventType;
import dev.eventfold.es.test.Reactions.Sent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A process manager on a store and a clock of its own: what happens to it, and what came of the last thing that did.
 *
 * @param <P> the class of the process manager
 */
final class Trial<P> {
    private final Reactions<P> reactions;
    private final DeclaredSends declared;
    private final TestClock clock = TestClock.at(Instant.parse("2000-01-01T00:00:00Z"));
    private Lines lines = new Lines(Jackson.codec());
    private @Nullable FixtureStore store;
    private @Nullable Answer answer;

    /**
     * What came of it.
     *
     * @param report what was counted
     * @param commands what was sent, as lines
     */
    record Answer(ProcessManagerReport report, List<String> commands) {}

    Trial(Reactions<P> reactions) {
        this.reactions = reactions;
        this.declared = new DeclaredSends(reactions);
    }

    void codec(Codec codec) {
        if (store != null) {
            throw new IllegalStateException("the codec must be set before anything is given");
        }
        lines = new Lines(codec);
    }

    /** How commands are compared. */
    Lines lines() {
        return lines;
    }

    TestClock clock() {
        return clock;
    }

    void event(String instanceId, Object event) {
        EventType<?> type = Definitions.event(reactions, event);
        if (declared.reaction(type.aggregate(), type.name()).isEmpty()) {
            throw new IllegalArgumentException("the process manager does not react to this event: processManager="
                    + reactions.name() + ", event=" + type.aggregate() + "/" + type.name());
        }
        store().append(type, instanceId, event);
        reactions.next();
        run();
    }

    void rejection(Object command, CommandRejected why) {
        Sent sent = sent(command);
        CommandEnvelope envelope = sent.command();
        if (declared.answer(envelope.aggregate(), envelope.command()).isEmpty()) {
            throw new AssertionError("nobody hears of this rejection, it would be a dead letter: processManager="
                    + reactions.name() + ", command=" + lines.of(envelope) + "; answer it with @OnRejection");
        }
        store().reject(reactions, sent.cause(), sent.index(), envelope, why);
        reactions.next();
        run();
    }

    void time(Duration elapses) {
        if (elapses.isNegative()) {
            throw new IllegalArgumentException("time does not run backwards: elapses=" + elapses);
        }
        clock.advance(elapses);
        reactions.nextTimeouts();
        run();
    }

    private Sent sent(Object command) {
        String wanted = command instanceof CommandEnvelope envelope ? lines.of(envelope) : lines.json(command);
        List<Sent> all = new ArrayList<>(reactions.sent());
        for (int at = all.size() - 1; at >= 0; at--) {
            CommandEnvelope one = all.get(at).command();
            boolean same = command instanceof CommandEnvelope
                    ? lines.of(one).equals(wanted)
                    : one.payload().getClass() == command.getClass()
                            && lines.json(one.payload()).equals(wanted);
            if (same) {
                return all.get(at);
            }
        }
        throw new AssertionError("this command was not sent: command=" + wanted + ", sent="
                + all.stream().map(one -> lines.of(one.command())).toList());
    }

    private FixtureStore store() {
        if (store == null) {
            store = FixtureStore.open(Definitions.aggregates(), List.of(reactions), lines.codec(), clock);
        }
        return store;
    }

    private void run() {
        int before = reactions.sent().size();
        ProcessManagerReport report = ProcessManagerRunner.runAll(store().store());
        refuseFailure();
        List<Sent> sent = reactions.sent();
        answer = new Answer(
                report,
                sent.subList(before, sent.size()).stream()
                        .map(one -> lines.of(one.command()))
                        .toList());
    }

    private void refuseFailure() {
        Throwable failure = reactions.failure();
        Optional<DeadLetter> letter =
                store().store().deadLetters(reactions.name()).list().stream().reduce((first, last) -> last);
        if (failure instanceof AssertionError error) {
            throw error;
        }
        if (failure != null || letter.isPresent()) {
            throw new AssertionError(
                    "the event would be a dead letter: "
                            + letter.map(DeadLetter::error).orElse(""),
                    failure);
        }
    }

    /** Nothing can be expected of what happened so far. */
    void forget() {
        answer = null;
    }

    Answer answer() {
        if (answer == null) {
            throw new IllegalStateException("nothing can be expected before an event: call when(…) first");
        }
        return answer;
    }

    /** The instances that reacted to what happened last. */
    List<String> reacted() {
        answer();
        return reactions.reacted();
    }

    List<String> keys() {
        answer();
        return reactions.keys();
    }

    /** The one instance that what happened last was for. */
    String key() {
        if (keys().size() != 1) {
            throw new IllegalStateException(
                    "the event was for " + keys().size() + " instances, say which one is meant: keys=" + keys());
        }
        return keys().get(0);
    }

    /** The state of an instance; empty when it does not live. */
    Optional<P> state(String key) {
        answer();
        return store().state(reactions, key);
    }

    /** The pending timeouts of the instance that what happened last was for, and how long they have to wait. */
    Map<String, Duration> timeouts() {
        Map<String, Duration> waits = new TreeMap<>();
        store().store()
                .processes(reactions.name())
                .find(key())
                .map(ProcessInstance::timeouts)
                .orElse(Map.of())
                .forEach((name, due) -> waits.put(name, Duration.between(clock.instant(), due)));
        return waits;
    }
}
