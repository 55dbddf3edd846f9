package dev.eventfold.es.processor;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What events are passed to: a process manager, a projection or a subscriber, as read.
 *
 * @param <C> itself
 */
sealed interface EventConsumer<C extends EventConsumer<C>> extends Declared
        permits ProcessManager, Projection, Subscriber {
    ConsumerKind kind();

    /** The stored name. */
    String name();

    /** One for each event, ordered by stored names. */
    List<Reaction> reactions();

    /** What its methods say beside their parameters. */
    List<StatedNames> stated();

    /** Whether a definition can be written. */
    boolean sound();

    C sound(boolean whether);

    C reactions(List<Reaction> others);

    /** Every case that names a payload. */
    default Stream<Case> cases() {
        return reactions().stream().map(Reaction::call);
    }

    default boolean keyed() {
        return reactions().stream().anyMatch(reaction -> !(reaction.key() instanceof Key.None));
    }

    /** The reaction that an event gets: of its aggregate before of any, and then of its name before of any. */
    default Optional<Reaction> narrowest(Payload event) {
        return reactions().stream()
                .filter(reaction -> reaction.target().takes(event))
                .min(Comparator.comparing((Reaction reaction) ->
                                reaction.target().aggregate().equals(Api.ANY))
                        .thenComparing(reaction -> reaction.target().name().equals(Api.ANY)));
    }

    default SourceSpot spot() {
        return SourceSpot.of(type()).annotation(kind().annotation());
    }
}
