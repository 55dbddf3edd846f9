package dev.eventfold.es.test;

import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.CommandRejected;
import dev.eventfold.es.runtime.Codec;
import dev.eventfold.es.runtime.DeadLetter;
import dev.eventfold.es.runtime.ProcessManagerReport;
import dev.eventfold.es.runtime.engine.FixtureStore;
import dev.eventfold.es.runtime.json.Jackson;
import dev.eventfold.es.runtime.spi.ProcessManagerRunner;
import dev.eventfold.es.spi.EventType;
import dev.eventfold.es.test.Reactions.Sent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tests one process manager: given what happened, when an event comes, expect what it asks for.
 *
 * <pre>{@code
 * ProcessManagerFixture.of(Fulfilment.class)
 *         .when(new OrderPlaced("ord-1", "sku-1", 2))
 *         .expectCommands(Commands.to("sku-1", new Reserve("ord-1", 2)));
 * }</pre>
 *
 * <p>It runs as in production: keys pick the instance, events for an instance that does not live are ignored, the state goes through its
 * stored JSON. Only the commands go nowhere: no aggregate decides them. A command outside the {@code sends} of its reaction fails the
 * test. Expectations are about the last {@code when}; another one goes on from there. What a reaction throws is the cause of the {@link
 * AssertionError} of the {@code given} or {@code when} that reached it. Not safe for use by several threads.
 *
 * @param <P> the class of the process manager
 */
public final class ProcessManagerFixture<P> {
    private static final String INSTANCE = "test";

    private final Reactions<P> reactions;
    private final DeclaredSends declared;
    private final TestClock clock = TestClock.at(Instant.parse("2000-01-01T00:00:00Z"));
    private Lines lines = new Lines(Jackson.codec());
    private @Nullable FixtureStore store;
    private @Nullable Answer answer;

    /**
     * What came of an event.
     *
     * @param report what was counted
     * @param commands what was sent, as lines
     */
    private record Answer(ProcessManagerReport report, List<String> commands) {}

    private ProcessManagerFixture(Reactions<P> reactions) {
        this.reactions = reactions;
        this.declared = new DeclaredSends(reactions);
    }

    /**
     * Begins a test.
     *
     * @param <P> the class of the process manager
     * @param processManager the class, which the annotation processor has seen
     * @return a new fixture, with no instance and nothing that happened
     * @throws IllegalArgumentException when the class is no process manager
     */
    public static <P> ProcessManagerFixture<P> of(Class<P> processManager) {
        return new ProcessManagerFixture<>(new Reactions<>(Definitions.processManager(processManager)));
    }

    /**
     * Sets how payloads and state become JSON. Before anything is given.
     *
     * @param codec of {@link Jackson#with}; {@link Jackson#codec()} unless set
     * @return this
     */
    public ProcessManagerFixture<P> codec(Codec codec) {
        if (store != null) {
            throw new IllegalStateException("the codec must be set before anything is given");
        }
        lines = new Lines(codec);
        return this;
    }

    /**
     * Sets the time of what follows.
     *
     * @param time the time; the beginning of the year 2000 unless set
     * @return this
     */
    public ProcessManagerFixture<P> at(Instant time) {
        clock.set(Objects.requireNonNull(time, "time"));
        return this;
    }

    /**
     * Says what happened before, to an instance called {@code test} of the aggregate of each event.
     *
     * @param events the events, in order
     * @return this
     */
    public ProcessManagerFixture<P> given(Object... events) {
        for (Object event : events) {
            givenFrom(INSTANCE, event);
        }
        return this;
    }

    /**
     * Says what happened before.
     *
     * @param instanceId the instance of the aggregate that the event happened to
     * @param event the event
     * @return this
     * @throws IllegalArgumentException when the process manager does not react to such an event
     */
    public ProcessManagerFixture<P> givenFrom(String instanceId, Object event) {
        happens(instanceId, event);
        answer = null;
        return this;
    }

    /**
     * Lets an event happen to an instance called {@code test} of its aggregate.
     *
     * @param event the event
     * @return this
     * @throws IllegalArgumentException when the process manager does not react to such an event
     */
    public ProcessManagerFixture<P> when(Object event) {
        return whenFrom(INSTANCE, event);
    }

    /**
     * Lets an event happen.
     *
     * @param instanceId the instance of the aggregate that it happens to
     * @param event the event
     * @return this
     * @throws IllegalArgumentException when the process manager does not react to such an event
     */
    public ProcessManagerFixture<P> whenFrom(String instanceId, Object event) {
        happens(instanceId, event);
        return this;
    }

    private void happens(String instanceId, Object event) {
        EventType<?> type = Definitions.event(reactions, event);
        if (declared.reaction(type.aggregate(), type.name()).isEmpty()) {
            throw new IllegalArgumentException("the process manager does not react to this event: processManager="
                    + reactions.name() + ", event=" + type.aggregate() + "/" + type.name());
        }
        store().append(type, instanceId, event);
        run();
    }

    /**
     * Rejects a command that was sent before.
     *
     * @param command the command, or its envelope
     * @param why the reason
     * @return this
     * @throws AssertionError when no such command was sent, or nobody would hear of its rejection
     */
    public ProcessManagerFixture<P> whenRejected(Object command, CommandRejected why) {
        Sent sent = sent(command);
        CommandEnvelope envelope = sent.command();
        if (declared.answer(envelope.aggregate(), envelope.command()).isEmpty()) {
            throw new AssertionError("nobody hears of this rejection, it would be a dead letter: processManager="
                    + reactions.name() + ", command=" + lines.of(envelope) + "; answer it with @OnRejection");
        }
        store().reject(reactions, sent.cause(), sent.index(), envelope, why);
        run();
        return this;
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
        reactions.next();
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

    /**
     * Expects that these commands were sent, and no others.
     *
     * @param commands the envelopes, in order
     * @return this
     */
    public ProcessManagerFixture<P> expectCommands(CommandEnvelope... commands) {
        Difference.refuse("commands", Arrays.stream(commands).map(lines::of).toList(), answer().commands());
        return this;
    }

    /**
     * Expects that nothing was asked for.
     *
     * @return this
     */
    public ProcessManagerFixture<P> expectNothing() {
        return expectCommands();
    }

    /**
     * Expects that the event was for an instance that does not live.
     *
     * @return this
     */
    public ProcessManagerFixture<P> expectIgnored() {
        if (answer().report().ignored() == 0 || !reactions.reacted().isEmpty()) {
            throw new AssertionError("the event was not ignored: reacted=" + reactions.reacted());
        }
        return this;
    }

    /**
     * Expects that the instances which reacted are over.
     *
     * @return this
     */
    public ProcessManagerFixture<P> expectEnded() {
        answer();
        if (reactions.reacted().isEmpty()) {
            throw new AssertionError("no instance ended, for none reacted: keys=" + reactions.keys());
        }
        for (String key : reactions.reacted()) {
            if (store().state(reactions, key).isPresent()) {
                throw new AssertionError("the instance lives on: key=" + key);
            }
        }
        return this;
    }

    /**
     * Looks at the state of the instance that the event was for.
     *
     * @param check asserts something of the state, which is the check's own
     * @return this
     * @throws AssertionError when the instance does not live
     * @throws IllegalStateException when the event was for none or for several
     */
    public ProcessManagerFixture<P> expectState(Consumer<? super P> check) {
        answer();
        if (reactions.keys().size() != 1) {
            throw new IllegalStateException("the event was for "
                    + reactions.keys().size() + " instances, say which one is meant: keys=" + reactions.keys());
        }
        return expectState(reactions.keys().get(0), check);
    }

    /**
     * Looks at the state of an instance.
     *
     * @param key its key; empty without key
     * @param check asserts something of the state, which is the check's own
     * @return this
     * @throws AssertionError when the instance does not live
     */
    public ProcessManagerFixture<P> expectState(String key, Consumer<? super P> check) {
        answer();
        check.accept(store().state(reactions, key)
                .orElseThrow(() -> new AssertionError("no such instance lives: key=" + key)));
        return this;
    }

    private Answer answer() {
        if (answer == null) {
            throw new IllegalStateException("nothing can be expected before an event: call when(…) first");
        }
        return answer;
    }
}
