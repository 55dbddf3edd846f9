package dev.eventfold.es.processor;

import java.util.List;

/**
 * A subscriber as read.
 *
 * @param declaration its class
 * @param name its stored name
 * @param startFrom a constant of {@code StartFrom}
 * @param reactions one for each event, ordered by stored names
 * @param stated what its methods say beside their parameters
 * @param sound whether a definition can be written
 */
record Subscriber(
        Declaration declaration,
        String name,
        String startFrom,
        List<Reaction> reactions,
        List<StatedNames> stated,
        boolean sound)
        implements EventConsumer<Subscriber> {
    Subscriber {
        reactions = List.copyOf(reactions);
        stated = List.copyOf(stated);
    }

    @Override
    public ConsumerKind kind() {
        return ConsumerKind.SUBSCRIBER;
    }

    @Override
    public Subscriber sound(boolean whether) {
        return new Subscriber(declaration, name, startFrom, reactions, stated, whether);
    }

    @Override
    public Subscriber reactions(List<Reaction> others) {
        return new Subscriber(declaration, name, startFrom, others, stated, sound);
    }
}
