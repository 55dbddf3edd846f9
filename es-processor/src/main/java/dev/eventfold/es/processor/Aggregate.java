package dev.eventfold.es.processor;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An aggregate as read.
 *
 * @param declaration its class
 * @param name its stored name
 * @param handlers one for each command, ordered by stored name
 * @param appliers one for each event, ordered by stored name
 * @param outcomes the event or family that the handler of a command returns, by the command's stored name; none for what is void
 * @param families the families that any of its commands and events belongs to
 * @param understood the kinds of payload of which every method says what it takes
 * @param uses what its methods take and return, of whichever aggregate that is
 * @param sound whether a definition can be written
 */
record Aggregate(
        Declaration declaration,
        String name,
        List<Case> handlers,
        List<Case> appliers,
        Map<String, PayloadType> outcomes,
        List<PayloadType> families,
        Set<Kind> understood,
        List<PayloadUse> uses,
        boolean sound)
        implements Declared {
    Aggregate {
        handlers = List.copyOf(handlers);
        appliers = List.copyOf(appliers);
        outcomes = Map.copyOf(outcomes);
        families = List.copyOf(families);
        understood = Set.copyOf(understood);
        uses = List.copyOf(uses);
    }

    Aggregate sound(boolean whether) {
        return new Aggregate(declaration, name, handlers, appliers, outcomes, families, understood, uses, whether);
    }

    /** The events and families that its handlers return. */
    Collection<PayloadType> produced() {
        return outcomes.values();
    }

    Statement statement() {
        return new Statement(spot().value("value"), type(), name, compiledHere());
    }

    SourceSpot spot() {
        return SourceSpot.of(type()).annotation(Api.AGGREGATE);
    }
}
