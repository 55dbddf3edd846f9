package dev.eventfold.es.processor;

import java.util.List;

/**
 * An aggregate as read.
 *
 * @param declaration its class
 * @param name its stored name
 * @param handlers one for each command, ordered by stored name
 * @param appliers one for each event, ordered by stored name
 * @param produced the events and families that its handlers return
 * @param families the families that any of its commands and events belongs to
 * @param sound whether a definition can be written
 */
record Aggregate(
        Declaration declaration,
        String name,
        List<Case> handlers,
        List<Case> appliers,
        List<PayloadType> produced,
        List<PayloadType> families,
        boolean sound)
        implements Declared {
    Aggregate {
        handlers = List.copyOf(handlers);
        appliers = List.copyOf(appliers);
        produced = List.copyOf(produced);
        families = List.copyOf(families);
    }

    Aggregate sound(boolean whether) {
        return new Aggregate(declaration, name, handlers, appliers, produced, families, whether);
    }

    SourceSpot spot() {
        return SourceSpot.of(type()).annotation(Api.AGGREGATE);
    }
}
