package dev.eventfold.es.processor;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts the names of events that are in sight into what takes these events raw. */
final class EventNames {
    private final List<Payload> events;

    /** Of these and, where one is a family, not of its members: they are events themselves. */
    EventNames(Collection<PayloadType> events) {
        this.events = events.stream()
                .filter(Payload.class::isInstance)
                .map(Payload.class::cast)
                .toList();
    }

    /**
     * The consumer with every name that an event which it takes raw was stored under. One that it takes of any aggregate is taken of its own besides:
     * what it was called before may be the name of another event elsewhere.
     */
    <C extends EventConsumer<C>> C all(EventConsumer<C> consumer) {
        return consumer.reactions(consumer.reactions().stream()
                .flatMap(reaction -> reaction.target().isRaw() ? underAll(reaction, consumer) : Stream.of(reaction))
                .toList());
    }

    private Stream<Reaction> underAll(Reaction reaction, EventConsumer<?> consumer) {
        Target named = known(reaction.target())
                .map(event -> reaction.target().as(event))
                .orElse(reaction.target());
        return Stream.concat(Stream.of(reaction.target(named)), ofOwnAggregate(reaction, consumer));
    }

    /** The consumer with the name that an event which it takes raw has now. */
    <C extends EventConsumer<C>> C current(EventConsumer<C> consumer) {
        return consumer.reactions(consumer.reactions().stream()
                .map(reaction -> reaction.target().isRaw() ? current(reaction) : reaction)
                .toList());
    }

    private Reaction current(Reaction reaction) {
        return known(reaction.target())
                .map(event -> reaction.target(reaction.target().now(event)))
                .orElse(reaction);
    }

    private Optional<Payload> known(Target target) {
        return events.stream().filter(target::matches).findFirst();
    }

    /** For each renamed event that it takes of any aggregate, unless something narrower takes it. */
    private Stream<Reaction> ofOwnAggregate(Reaction reaction, EventConsumer<?> consumer) {
        return events.stream()
                .filter(event -> !event.evolution().formerNames().isEmpty())
                .filter(reaction.target()::takesByName)
                .filter(event -> consumer.reactions().stream()
                        .noneMatch(other -> other.target().takesByAggregate(event)))
                .map(event -> reaction.target(
                        Target.ofRaw(event.aggregate(), event.name()).as(event)));
    }
}
