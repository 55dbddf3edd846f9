package dev.eventfold.es.runtime.execution;

import dev.eventfold.es.runtime.program.AggregateModel;
import dev.eventfold.es.runtime.store.Origin;
import dev.eventfold.es.runtime.store.StreamId;

/**
 * A command that can be decided: its target is known and its payload is an object.
 *
 * @param target the aggregate
 * @param stream the instance
 * @param command the command's stored name
 * @param schema the version of its shape
 * @param payload the command
 * @param origin what its events will say about where they come from
 * @param once whether its id was given, and counts once in the stream
 * @param expectedVersion the version that the stream must have; negative for any
 */
public record CommandRequest(
        AggregateModel<?> target,
        StreamId stream,
        String command,
        int schema,
        Object payload,
        Origin origin,
        boolean once,
        long expectedVersion) {
    /** Names the command in messages. */
    String place() {
        return "aggregate=" + stream.aggregate() + ", instanceId=" + stream.instanceId() + ", command=" + command;
    }
}
