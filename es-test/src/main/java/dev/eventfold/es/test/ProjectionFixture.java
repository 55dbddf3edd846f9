package dev.eventfold.es.test;

import dev.eventfold.es.EsException;
import dev.eventfold.es.RecordedEvent;
import dev.eventfold.es.runtime.Codec;
import dev.eventfold.es.runtime.json.Jackson;
import dev.eventfold.es.spi.ProjectionDefinition;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tests one projection: given what happened, when an event comes, expect what it shows.
 *
 * <pre>{@code
 * ProjectionFixture.of(Stock.class)
 *         .given(new Stocked(10))
 *         .when(new Reserved("ord-1", 2))
 *         .expectState(stock -> assertThat(stock.available()).isEqualTo(8));
 * }</pre>
 *
 * <p>It runs as in production: keys pick the instance, events and states go through their stored JSON. What the projection throws is the cause of
 * the {@link AssertionError} of the {@code given} or {@code when} that reached it. Not safe for use by several threads.
 *
 * @param <P> the class of the projection
 */
public final class ProjectionFixture<P> {
    private static final String INSTANCE = "test";

    private final ProjectionDefinition<P> definition;
    private final Happenings happenings;
    private @Nullable RecordedEvent last;

    private ProjectionFixture(ProjectionDefinition<P> definition) {
        this.definition = definition;
        this.happenings = Happenings.of(definition);
    }

    /**
     * Begins a test.
     *
     * @param <P> the class of the projection
     * @param projection the class, which the annotation processor has seen
     * @return a new fixture, with nothing that happened
     * @throws IllegalArgumentException when the class is no projection
     */
    public static <P> ProjectionFixture<P> of(Class<P> projection) {
        return new ProjectionFixture<>(Definitions.projection(projection));
    }

    /**
     * Sets how payloads and state become JSON. Before anything is given.
     *
     * @param codec of {@link Jackson#with}; {@link Jackson#codec()} unless set
     * @return this
     */
    public ProjectionFixture<P> codec(Codec codec) {
        happenings.use(codec);
        return this;
    }

    /**
     * Sets the time of what follows.
     *
     * @param time the time; the beginning of the year 2000 unless set
     * @return this
     */
    public ProjectionFixture<P> at(Instant time) {
        happenings.at(time);
        return this;
    }

    /**
     * Says what happened before, to an instance called {@code test} of the aggregate of each event.
     *
     * @param events the events, in order
     * @return this
     * @throws IllegalArgumentException when the projection has no method for such an event
     */
    public ProjectionFixture<P> given(Object... events) {
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
     * @throws IllegalArgumentException when the projection has no method for such an event
     */
    public ProjectionFixture<P> givenFrom(String instanceId, Object event) {
        happens(instanceId, event);
        last = null;
        return this;
    }

    /**
     * Lets an event happen to an instance called {@code test} of its aggregate.
     *
     * @param event the event
     * @return this
     * @throws IllegalArgumentException when the projection has no method for such an event
     */
    public ProjectionFixture<P> when(Object event) {
        return whenFrom(INSTANCE, event);
    }

    /**
     * Lets an event happen.
     *
     * @param instanceId the instance of the aggregate that it happens to
     * @param event the event
     * @return this
     * @throws IllegalArgumentException when the projection has no method for such an event
     */
    public ProjectionFixture<P> whenFrom(String instanceId, Object event) {
        last = happens(instanceId, event);
        return this;
    }

    private RecordedEvent happens(String instanceId, Object event) {
        RecordedEvent happened = happenings.happens(instanceId, event);
        try {
            if (definition.keyed()) {
                happenings.store().store().projection(definition.type(), "");
            } else {
                happenings.store().store().projection(definition.type());
            }
        } catch (EsException e) {
            throw new AssertionError(e.getMessage(), e.getCause() == null ? e : e.getCause());
        }
        return happened;
    }

    /**
     * Expects that the event was for no instance.
     *
     * @return this
     */
    public ProjectionFixture<P> expectNothing() {
        List<String> keys = definition.keys(last());
        if (!keys.isEmpty()) {
            throw new AssertionError("the event was for some instances: keys=" + keys);
        }
        return this;
    }

    /**
     * Looks at the state of the instance that the event was for.
     *
     * @param check asserts something of the state, which is the check's own
     * @return this
     * @throws IllegalStateException when the event was for none or for several
     */
    public ProjectionFixture<P> expectState(Consumer<? super P> check) {
        List<String> keys = definition.keys(last());
        if (keys.size() != 1) {
            throw new IllegalStateException(
                    "the event was for " + keys.size() + " instances, say which one is meant: keys=" + keys);
        }
        return expectState(keys.get(0), check);
    }

    /**
     * Looks at the state of an instance.
     *
     * @param key its key; empty without key
     * @param check asserts something of the state, which is the check's own
     * @return this
     * @throws AssertionError when no event was for that instance
     * @throws IllegalArgumentException when a key is given and the projection has none
     */
    public ProjectionFixture<P> expectState(String key, Consumer<? super P> check) {
        last();
        check.accept(state(key));
        return this;
    }

    private P state(String key) {
        if (!definition.keyed() && key.isEmpty()) {
            return happenings.store().store().projection(definition.type());
        }
        return happenings
                .store()
                .store()
                .projection(definition.type(), key)
                .orElseThrow(() -> new AssertionError("no event was for this instance: key=" + key));
    }

    private RecordedEvent last() {
        if (last == null) {
            throw new IllegalStateException("nothing can be expected before an event: call when(…) first");
        }
        return last;
    }
}
