package dev.eventfold.es.runtime.store;

import java.util.List;
import java.util.Objects;

/**
 * The events that one command adds to one stream.
 *
 * @param stream the stream
 * @param expected the condition on its version
 * @param once whether the command id of the events must not be in the stream yet, because a caller gave it (R14)
 * @param events all of one command, at least one, in order
 */
public record StreamAppend(StreamId stream, ExpectedVersion expected, boolean once, List<NewEvent> events) {
    /** Copies, and checks that there are events, all of one command. */
    public StreamAppend {
        Objects.requireNonNull(stream, "stream");
        Objects.requireNonNull(expected, "expected");
        events = List.copyOf(events);
        if (events.isEmpty()) {
            throw new IllegalArgumentException("an append needs an event: stream=" + stream);
        }
        String command = events.get(0).origin().commandId();
        for (NewEvent event : events) {
            if (!event.origin().commandId().equals(command)) {
                throw new IllegalArgumentException(
                        "an append is of one command: stream=" + stream + ", command=" + command);
            }
        }
    }

    /**
     * The command that the events answer.
     *
     * @return its id
     */
    public String commandId() {
        return events.get(0).origin().commandId();
    }
}
