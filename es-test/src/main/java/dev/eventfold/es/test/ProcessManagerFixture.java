package dev.eventfold.es.test;

import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.CommandRejected;
import dev.eventfold.es.TimeoutName;
import dev.eventfold.es.runtime.Codec;
import dev.eventfold.es.runtime.json.Jackson;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

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

    private final Trial<P> trial;

    private ProcessManagerFixture(Trial<P> trial) {
        this.trial = trial;
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
        return new ProcessManagerFixture<>(new Trial<>(new Reactions<>(Definitions.processManager(processManager))));
    }

    /**
     * Sets how payloads and state become JSON. Before anything is given.
     *
     * @param codec of {@link Jackson#with}; {@link Jackson#codec()} unless set
     * @return this
     */
    public ProcessManagerFixture<P> codec(Codec codec) {
        trial.codec(codec);
        return this;
    }

    /**
     * Sets the time of what follows.
     *
     * @param time the time; the beginning of the year 2000 unless set
     * @return this
     */
    public ProcessManagerFixture<P> at(Instant time) {
        trial.clock().set(Objects.requireNonNull(time, "time"));
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
        trial.event(instanceId, event);
        trial.forget();
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
        trial.event(instanceId, event);
        return this;
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
        trial.rejection(command, why);
        return this;
    }

    /**
     * Lets time go by, and what is due by then fire. Delayed commands go nowhere, as all commands do.
     *
     * @param duration how long, not negative
     * @return this
     */
    public ProcessManagerFixture<P> whenTimeElapses(Duration duration) {
        trial.time(duration);
        return this;
    }

    /**
     * Expects that these commands were sent, and no others.
     *
     * @param commands the envelopes, in order
     * @return this
     */
    public ProcessManagerFixture<P> expectCommands(CommandEnvelope... commands) {
        List<String> expected = Arrays.stream(commands).map(trial.lines()::of).toList();
        Difference.refuse("commands", expected, trial.answer().commands());
        return this;
    }

    /**
     * Expects that no command was sent.
     *
     * @return this
     */
    public ProcessManagerFixture<P> expectNothing() {
        return expectCommands();
    }

    /**
     * Expects that a timeout of the instance is pending.
     *
     * @param name the constant that is generated for it
     * @param duration how long from now until it is due; zero or less when it was found due and waits
     * @return this
     * @throws IllegalStateException when the event was for none or for several instances
     */
    public ProcessManagerFixture<P> expectTimeout(TimeoutName name, Duration duration) {
        Map<String, Duration> pending = trial.timeouts();
        if (!duration.equals(pending.get(name.name()))) {
            throw new AssertionError("the timeout is not pending as expected: timeout=" + name.name() + ", expected="
                    + duration + ", pending=" + pending);
        }
        return this;
    }

    /**
     * Expects that a timeout of the instance is not pending: it was not set, has fired, was cancelled, or the instance is over.
     *
     * @param name the constant that is generated for it
     * @return this
     * @throws IllegalStateException when the event was for none or for several instances
     */
    public ProcessManagerFixture<P> expectNoTimeout(TimeoutName name) {
        Map<String, Duration> pending = trial.timeouts();
        if (pending.containsKey(name.name())) {
            throw new AssertionError(
                    "the timeout is pending: timeout=" + name.name() + ", due in " + pending.get(name.name()));
        }
        return this;
    }

    /**
     * Expects that the event was for an instance that does not live.
     *
     * @return this
     */
    public ProcessManagerFixture<P> expectIgnored() {
        if (trial.answer().report().ignored() == 0 || !trial.reacted().isEmpty()) {
            throw new AssertionError("the event was not ignored: reacted=" + trial.reacted());
        }
        return this;
    }

    /**
     * Expects that the instances which reacted are over.
     *
     * @return this
     */
    public ProcessManagerFixture<P> expectEnded() {
        if (trial.reacted().isEmpty()) {
            throw new AssertionError("no instance ended, for none reacted: keys=" + trial.keys());
        }
        for (String key : trial.reacted()) {
            if (trial.state(key).isPresent()) {
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
        return expectState(trial.key(), check);
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
        check.accept(trial.state(key).orElseThrow(() -> new AssertionError("no such instance lives: key=" + key)));
        return this;
    }
}
