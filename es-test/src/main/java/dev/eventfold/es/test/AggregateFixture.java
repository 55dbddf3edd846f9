package dev.eventfold.es.test;

import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.CommandRejected;
import dev.eventfold.es.RecordedEvent;
import dev.eventfold.es.runtime.Codec;
import dev.eventfold.es.runtime.CommandResult;
import dev.eventfold.es.runtime.engine.FixtureStore;
import dev.eventfold.es.runtime.json.Jackson;
import dev.eventfold.es.spi.AggregateDefinition;
import dev.eventfold.es.spi.CommandType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tests one aggregate: given what happened, when a command comes, expect what it answers.
 *
 * <pre>{@code
 * AggregateFixture.of(Inventory.class)
 *         .given(new Stocked(10))
 *         .when(new Reserve("ord-1", 2))
 *         .expectEvents(new Reserved("ord-1", 2));
 * }</pre>
 *
 * <p>Events and commands take the way that they take in production, through their stored JSON, and are compared as such. Each call of {@link
 * #when} goes on from what the one before it left. A handler's bug, or a payload that cannot be stored, is thrown by {@link #when}. Not safe
 * for use by several threads.
 *
 * @param <A> the class of the aggregate
 */
public final class AggregateFixture<A> {
    private final AggregateDefinition<A> definition;
    private final List<Object> history = new ArrayList<>();
    private Lines lines = new Lines(Jackson.codec());
    private String instanceId = "test";
    private Instant at = Instant.parse("2000-01-01T00:00:00Z");
    private @Nullable Answer<A> answer;

    private AggregateFixture(AggregateDefinition<A> definition) {
        this.definition = definition;
    }

    /**
     * What came of a command.
     *
     * @param events what it wrote, as lines
     * @param rejection why it was rejected; null when it was not
     * @param state the state afterwards
     */
    private record Answer<A>(List<String> events, @Nullable CommandRejected rejection, A state) {}

    /**
     * Begins a test.
     *
     * @param <A> the class of the aggregate
     * @param aggregate the class, which the annotation processor has seen
     * @return a new fixture, of an instance that has no events
     * @throws IllegalArgumentException when the class is no aggregate
     */
    public static <A> AggregateFixture<A> of(Class<A> aggregate) {
        return new AggregateFixture<>(Definitions.aggregate(aggregate));
    }

    /**
     * Names the instance.
     *
     * @param id its id; {@code test} unless set
     * @return this
     */
    public AggregateFixture<A> instance(String id) {
        instanceId = Objects.requireNonNull(id, "id");
        return this;
    }

    /**
     * Sets the time of what follows, the only clock of a handler.
     *
     * @param time the time; the beginning of the year 2000 unless set
     * @return this
     */
    public AggregateFixture<A> at(Instant time) {
        at = Objects.requireNonNull(time, "time");
        return this;
    }

    /**
     * Sets how payloads become JSON.
     *
     * @param codec of {@link Jackson#with}; {@link Jackson#codec()} unless set
     * @return this
     */
    public AggregateFixture<A> codec(Codec codec) {
        lines = new Lines(codec);
        return this;
    }

    /**
     * Says what happened before.
     *
     * @param events events of the aggregate, in order
     * @return this
     * @throws IllegalArgumentException when the aggregate applies no such event
     */
    public AggregateFixture<A> given(Object... events) {
        for (Object event : events) {
            Definitions.event(definition, event);
            history.add(event);
        }
        return this;
    }

    /**
     * Sends a command.
     *
     * @param command a command of the aggregate, or its envelope, which may say who sends it
     * @return this
     * @throws IllegalArgumentException when the aggregate handles no such command
     * @throws dev.eventfold.es.EsException when the handler fails otherwise than by rejecting the command
     */
    public AggregateFixture<A> when(Object command) {
        CommandEnvelope envelope = command instanceof CommandEnvelope given ? given : envelope(command);
        FixtureStore store = FixtureStore.open(List.of(definition), List.of(), lines.codec(), TestClock.at(at));
        for (Object event : history) {
            store.append(Definitions.event(definition, event), envelope.instanceId(), event);
        }
        answer = answer(store, envelope);
        return this;
    }

    private CommandEnvelope envelope(Object command) {
        return envelope(Definitions.command(definition, command), command);
    }

    private <C> CommandEnvelope envelope(CommandType<C> type, Object command) {
        return CommandEnvelope.of(type, instanceId, type.type().cast(command));
    }

    private Answer<A> answer(FixtureStore store, CommandEnvelope command) {
        List<String> events = List.of();
        CommandRejected rejection = null;
        try {
            CommandResult result = store.store().execute(command);
            events = result.events().stream().map(lines::of).toList();
            result.events().forEach(event -> history.add(event.as(typeOf(event))));
        } catch (CommandRejected e) {
            rejection = e;
        }
        return new Answer<>(events, rejection, store.store().state(definition.type(), command.instanceId()));
    }

    private Class<?> typeOf(RecordedEvent event) {
        return definition.events().stream()
                .filter(type -> type.name().equals(event.event()))
                .findFirst()
                .orElseThrow()
                .type();
    }

    /**
     * Expects that the command wrote these events, and no others.
     *
     * @param events the events, in order
     * @return this
     */
    public AggregateFixture<A> expectEvents(Object... events) {
        Difference.refuse("events", expected(events), accepted().events());
        return this;
    }

    private List<String> expected(Object... events) {
        return Arrays.stream(events)
                .map(event -> lines.of(Definitions.event(definition, event), event))
                .toList();
    }

    /**
     * Expects that the command was accepted and changed nothing.
     *
     * @return this
     */
    public AggregateFixture<A> expectNothing() {
        return expectEvents();
    }

    /**
     * Expects that the command was rejected for a reason.
     *
     * @param reason the class thrown, or one above it
     * @return this
     */
    public AggregateFixture<A> expectRejection(Class<? extends CommandRejected> reason) {
        CommandRejected rejection = rejected();
        if (!reason.isInstance(rejection)) {
            throw new AssertionError(
                    "the command was rejected for another reason: expected=" + reason.getSimpleName() + ", actual="
                            + rejection.code() + ": " + rejection.getMessage(),
                    rejection);
        }
        return this;
    }

    /**
     * Expects that the command was rejected with a message.
     *
     * @param part a part of the message
     * @return this
     */
    public AggregateFixture<A> expectRejection(String part) {
        CommandRejected rejection = rejected();
        if (!String.valueOf(rejection.getMessage()).contains(part)) {
            throw new AssertionError(
                    "the command was rejected with another message: expected part=" + part + ", actual="
                            + rejection.getMessage(),
                    rejection);
        }
        return this;
    }

    /**
     * Looks at the state after the command.
     *
     * @param check asserts something of the state, which is the check's own
     * @return this
     */
    public AggregateFixture<A> expectState(Consumer<? super A> check) {
        check.accept(answer().state());
        return this;
    }

    private Answer<A> answer() {
        if (answer == null) {
            throw new IllegalStateException("nothing can be expected before a command: call when(…) first");
        }
        return answer;
    }

    private Answer<A> accepted() {
        Answer<A> given = answer();
        if (given.rejection() != null) {
            throw new AssertionError(
                    "the command was rejected: " + given.rejection().code() + ": "
                            + given.rejection().getMessage(),
                    given.rejection());
        }
        return given;
    }

    private CommandRejected rejected() {
        CommandRejected rejection = answer().rejection();
        if (rejection == null) {
            throw new AssertionError("the command was not rejected, it wrote "
                    + (answer().events().isEmpty() ? "nothing" : answer().events()));
        }
        return rejection;
    }
}
