package dev.eventfold.es.processor;

import java.util.List;

/**
 * A sealed interface of commands or events.
 *
 * @param kind which of the two
 * @param declaration the interface
 * @param aggregate the stored name of its aggregate
 * @param id the type of the instance id that its commands are sent to
 * @param members every class in it, through nested interfaces, ordered by name
 * @param nested the sealed interfaces in it, through nested ones
 * @param spot its annotation, or its declaration when a family marks it
 * @param statements what says its aggregate: its own annotation, and those of its families from the nearest on
 * @param sound whether generated code can name it and all its members
 */
record Family(
        Kind kind,
        Declaration declaration,
        String aggregate,
        TextForm id,
        List<Payload> members,
        List<Family> nested,
        SourceSpot spot,
        List<Statement> statements,
        boolean sound)
        implements PayloadType {
    Family {
        members = List.copyOf(members);
        nested = List.copyOf(nested);
        statements = List.copyOf(statements);
    }
}
