package dev.eventfold.es.test;

import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.Effect;
import dev.eventfold.es.RecordedEvent;
import dev.eventfold.es.runtime.Codec;
import dev.eventfold.es.runtime.json.Jackson;
import dev.eventfold.es.spi.SubscriberDefinition;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tests one subscriber: when an event comes, expect the commands that it asks for, and look at what it did outside.
 *
 * <pre>{@code
 * SubscriberFixture.of(new Mailer(outbox))
 *         .when(new SignedUp("anna@example.org"))
 *         .expectNothing()
 *         .whenAgain();
 * assertThat(outbox.mails()).hasSize(1);
 * }</pre>
 *
 * <p>Events take the way that they take in production, through their stored JSON. The commands go nowhere: no aggregate decides them. Expectations
 * are about the last {@code when}. What the subscriber throws is the cause of the {@link AssertionError} of the {@code given} or {@code when} that
 * reached it. Not safe for use by several threads.
 *
 * @param <S> the class of the subscriber
 */
public final class SubscriberFixture<S> {
    private static final String INSTANCE = "test";

    private final S subscriber;
    private final SubscriberDefinition<S> definition;
    private final Happenings happenings;
    private @Nullable RecordedEvent last;
    private @Nullable List<String> commands;

    private SubscriberFixture(S subscriber, SubscriberDefinition<S> definition) {
        this.subscriber = subscriber;
        this.definition = definition;
        this.happenings = Happenings.of(definition);
    }

    /**
     * Begins a test.
     *
     * @param <S> the class of the subscriber
     * @param subscriber an object of a class that the annotation processor has seen
     * @return a new fixture, with nothing that happened
     * @throws IllegalArgumentException when its class is no subscriber
     */
    public static <S> SubscriberFixture<S> of(S subscriber) {
        @SuppressWarnings("unchecked") // it is an object of that class
        Class<S> type = (Class<S>) subscriber.getClass();
        return new SubscriberFixture<>(subscriber, Definitions.subscriber(type));
    }

    /**
     * Sets how payloads become JSON. Before anything is given.
     *
     * @param codec of {@link Jackson#with}; {@link Jackson#codec()} unless set
     * @return this
     */
    public SubscriberFixture<S> codec(Codec codec) {
        happenings.use(codec);
        return this;
    }

    /**
     * Sets the time of what follows.
     *
     * @param time the time; the beginning of the year 2000 unless set
     * @return this
     */
    public SubscriberFixture<S> at(Instant time) {
        happenings.at(time);
        return this;
    }

    /**
     * Says what it received before, from an instance called {@code test} of the aggregate of each event.
     *
     * @param events the events, in order
     * @return this
     * @throws IllegalArgumentException when the subscriber has no method for such an event
     */
    public SubscriberFixture<S> given(Object... events) {
        for (Object event : events) {
            givenFrom(INSTANCE, event);
        }
        return this;
    }

    /**
     * Says what it received before.
     *
     * @param instanceId the instance of the aggregate that the event happened to
     * @param event the event
     * @return this
     * @throws IllegalArgumentException when the subscriber has no method for such an event
     */
    public SubscriberFixture<S> givenFrom(String instanceId, Object event) {
        receive(happenings.happens(instanceId, event));
        commands = null;
        return this;
    }

    /**
     * Lets an event happen to an instance called {@code test} of its aggregate.
     *
     * @param event the event
     * @return this
     * @throws IllegalArgumentException when the subscriber has no method for such an event
     */
    public SubscriberFixture<S> when(Object event) {
        return whenFrom(INSTANCE, event);
    }

    /**
     * Lets an event happen.
     *
     * @param instanceId the instance of the aggregate that it happens to
     * @param event the event
     * @return this
     * @throws IllegalArgumentException when the subscriber has no method for such an event
     */
    public SubscriberFixture<S> whenFrom(String instanceId, Object event) {
        last = happenings.happens(instanceId, event);
        commands = receive(last);
        return this;
    }

    /**
     * Lets the last event come again, with the stream and version that it had: after a crash it does.
     *
     * @return this
     */
    public SubscriberFixture<S> whenAgain() {
        if (last == null) {
            throw new IllegalStateException("nothing can come again before it came: call when(…) first");
        }
        commands = receive(last);
        return this;
    }

    private List<String> receive(RecordedEvent event) {
        try {
            return definition.receive(subscriber, event).stream()
                    .map(this::line)
                    .toList();
        } catch (Exception e) {
            throw new AssertionError("the event would be tried again, and then be a dead letter: " + e, e);
        }
    }

    private String line(Effect effect) {
        if (effect instanceof CommandEnvelope command && command.delay().isEmpty()) {
            return happenings.lines().of(command);
        }
        throw new IllegalStateException(
                "a subscriber asks for commands only, to be executed at once: effect=" + effect);
    }

    /**
     * Expects that it asked for these commands, and no others.
     *
     * @param expected the envelopes, in order
     * @return this
     */
    public SubscriberFixture<S> expectCommands(CommandEnvelope... expected) {
        Difference.refuse(
                "commands", Arrays.stream(expected).map(happenings.lines()::of).toList(), answer());
        return this;
    }

    /**
     * Expects that it asked for no command.
     *
     * @return this
     */
    public SubscriberFixture<S> expectNothing() {
        return expectCommands();
    }

    /**
     * Looks at the subscriber.
     *
     * @param check asserts something of it
     * @return this
     */
    public SubscriberFixture<S> expectState(Consumer<? super S> check) {
        answer();
        check.accept(subscriber);
        return this;
    }

    private List<String> answer() {
        if (commands == null) {
            throw new IllegalStateException("nothing can be expected before an event: call when(…) first");
        }
        return commands;
    }
}
