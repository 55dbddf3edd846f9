package dev.eventfold.es.processor;

import java.util.List;

/**
 * A projection as read.
 *
 * @param declaration its class
 * @param name its stored name
 * @param version of its state
 * @param reactions one for each event, ordered by stored names
 * @param stated what its methods say beside their parameters
 * @param sound whether a definition can be written
 */
record Projection(
        Declaration declaration,
        String name,
        int version,
        List<Reaction> reactions,
        List<StatedNames> stated,
        boolean sound)
        implements EventConsumer<Projection> {
    Projection {
        reactions = List.copyOf(reactions);
        stated = List.copyOf(stated);
    }

    @Override
    public ConsumerKind kind() {
        return ConsumerKind.PROJECTION;
    }

    @Override
    public Projection sound(boolean whether) {
        return new Projection(declaration, name, version, reactions, stated, whether);
    }

    @Override
    public Projection reactions(List<Reaction> others) {
        return new Projection(declaration, name, version, others, stated, sound);
    }
}
