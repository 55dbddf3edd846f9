package dev.eventfold.es.test;

import dev.eventfold.es.RecordedEvent;
import dev.eventfold.es.runtime.Codec;
import dev.eventfold.es.runtime.engine.FixtureStore;
import dev.eventfold.es.runtime.json.Jackson;
import dev.eventfold.es.spi.AggregateDefinition;
import dev.eventfold.es.spi.EventType;
import dev.eventfold.es.spi.GeneratedModule;
import dev.eventfold.es.spi.ProcessManagerDefinition;
import dev.eventfold.es.spi.ProjectionDefinition;
import dev.eventfold.es.spi.SubscriberDefinition;
import dev.eventfold.es.spi.Subscription;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Events that happen for one consumer, in a store of their own, with the clock and the codec that a test sets. */
final class Happenings {
    private final String consumer;
    private final List<Subscription> subscriptions;
    private final Part part;
    private final TestClock clock = TestClock.at(Instant.parse("2000-01-01T00:00:00Z"));
    private Lines lines = new Lines(Jackson.codec());
    private @Nullable FixtureStore store;

    /** Of a projection. */
    static Happenings of(ProjectionDefinition<?> definition) {
        Part part = new Part(Definitions.aggregates(), List.of(), List.of(definition), List.of());
        return new Happenings("projection=" + definition.name(), definition.subscriptions(), part);
    }

    /** Of a subscriber. */
    static Happenings of(SubscriberDefinition<?> definition) {
        Part part = new Part(Definitions.aggregates(), List.of(), List.of(), List.of(definition));
        return new Happenings("subscriber=" + definition.name(), definition.subscriptions(), part);
    }

    private record Part(
            List<AggregateDefinition<?>> aggregates,
            List<ProcessManagerDefinition<?>> processManagers,
            List<ProjectionDefinition<?>> projections,
            List<SubscriberDefinition<?>> subscribers)
            implements GeneratedModule {}

    private Happenings(String consumer, List<Subscription> subscriptions, Part part) {
        this.consumer = consumer;
        this.subscriptions = subscriptions;
        this.part = part;
    }

    void use(Codec codec) {
        if (store != null) {
            throw new IllegalStateException("the codec must be set before anything is given");
        }
        lines = new Lines(codec);
    }

    Lines lines() {
        return lines;
    }

    void at(Instant time) {
        clock.set(Objects.requireNonNull(time, "time"));
    }

    FixtureStore store() {
        if (store == null) {
            store = FixtureStore.open(part, lines.codec(), clock);
        }
        return store;
    }

    /** Lets an event happen, and gives it as the log has it. */
    RecordedEvent happens(String instanceId, Object event) {
        EventType<?> type = Definitions.event(subscriptions, event);
        Set<String> names = Set.of(type.name(), Subscription.ANY);
        boolean subscribed = subscriptions.stream()
                .anyMatch(one -> Set.of(type.aggregate(), Subscription.ANY).contains(one.aggregate())
                        && names.contains(one.event()));
        if (!subscribed) {
            throw new IllegalArgumentException("this event does not reach it: " + consumer + ", event="
                    + type.aggregate() + "/" + type.name() + ", known="
                    + subscriptions.stream()
                            .map(one -> one.aggregate() + "/" + one.event())
                            .collect(Collectors.joining(", ")));
        }
        store().append(type, instanceId, event);
        return store().store()
                .events(type.aggregate(), instanceId)
                .reduce((first, last) -> last)
                .orElseThrow();
    }
}
