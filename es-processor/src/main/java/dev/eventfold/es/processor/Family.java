package dev.eventfold.es.processor;

import java.util.List;
import java.util.Set;

/**
 * A sealed interface of commands or events.
 *
 * @param kind which of the two
 * @param type the interface
 * @param aggregate the stored name of its aggregate
 * @param id the type of the instance id that its commands are sent to
 * @param members every class in it, through nested interfaces, ordered by name
 * @param nested the sealed interfaces in it, through nested ones
 * @param visibility from where the interface can be named
 * @param lint the warnings that naming the interface gives
 * @param compiledHere whether its source is part of this compilation
 * @param spot where it says what it is
 */
record Family(
        Kind kind,
        ClassRef type,
        String aggregate,
        TextForm id,
        List<Payload> members,
        List<Family> nested,
        Visibility visibility,
        Set<String> lint,
        boolean compiledHere,
        SourceSpot spot)
        implements PayloadType {
    Family {
        members = List.copyOf(members);
        nested = List.copyOf(nested);
        lint = Set.copyOf(lint);
    }
}
