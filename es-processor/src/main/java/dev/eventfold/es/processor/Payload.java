package dev.eventfold.es.processor;

import java.util.List;
import java.util.Set;

/**
 * One command or event that can be stored.
 *
 * @param kind which of the two
 * @param type its class
 * @param aggregate the stored name of its aggregate
 * @param name its own stored name
 * @param id the type of the instance id that it is sent to; String for an event
 * @param visibility from where its class can be named
 * @param lint the warnings that naming its class gives
 * @param compiledHere whether its source is part of this compilation
 * @param spot where it says what it is
 */
record Payload(
        Kind kind,
        ClassRef type,
        String aggregate,
        String name,
        TextForm id,
        Visibility visibility,
        Set<String> lint,
        boolean compiledHere,
        SourceSpot spot)
        implements PayloadType {
    Payload {
        lint = Set.copyOf(lint);
    }

    @Override
    public List<Payload> members() {
        return List.of(this);
    }
}
