package dev.eventfold.es.processor;

import java.util.List;
import java.util.Set;

/**
 * An aggregate as read.
 *
 * @param type its class
 * @param name its stored name
 * @param handlers one for each command, ordered by stored name
 * @param appliers one for each event, ordered by stored name
 * @param produced the events and families that its handlers return
 * @param lint the warnings that naming its class gives
 * @param visibility from where its class can be named
 * @param sound whether a definition can be written
 * @param compiledHere whether its source is part of this compilation
 */
record Aggregate(
        ClassRef type,
        String name,
        List<Case> handlers,
        List<Case> appliers,
        List<PayloadType> produced,
        Set<String> lint,
        Visibility visibility,
        boolean sound,
        boolean compiledHere) {
    Aggregate {
        handlers = List.copyOf(handlers);
        appliers = List.copyOf(appliers);
        produced = List.copyOf(produced);
        lint = Set.copyOf(lint);
    }

    SourceSpot spot() {
        return SourceSpot.of(type).annotation(Api.AGGREGATE);
    }
}
