package dev.eventfold.es.processor;

import java.util.List;

/**
 * One command or event that can be stored.
 *
 * @param kind which of the two
 * @param declaration its class
 * @param aggregate the stored name of its aggregate
 * @param name its own stored name
 * @param id the type of the instance id that it is sent to; String for an event
 * @param evolution what it was before
 * @param spot its annotation, or its declaration when a family marks it
 * @param statements what says its aggregate: its own annotation, and those of its families from the nearest on
 * @param sound whether generated code can name it
 */
record Payload(
        Kind kind,
        Declaration declaration,
        String aggregate,
        String name,
        TextForm id,
        Evolution evolution,
        SourceSpot spot,
        List<Statement> statements,
        boolean sound)
        implements PayloadType {
    Payload {
        statements = List.copyOf(statements);
    }

    @Override
    public List<Payload> members() {
        return List.of(this);
    }
}
