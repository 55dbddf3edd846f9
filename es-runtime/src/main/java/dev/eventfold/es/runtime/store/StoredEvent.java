package dev.eventfold.es.runtime.store;

import java.util.Objects;

/**
 * An event in the log.
 *
 * @param partition the partition that holds it
 * @param position its place in the partition, dense, from 1
 * @param stream its stream
 * @param version its place in the stream, dense, from 1
 * @param index its place among the events of its command, from 0
 * @param event the event
 */
public record StoredEvent(int partition, long position, StreamId stream, long version, int index, NewEvent event) {
    /** Checks that nothing is missing. */
    public StoredEvent {
        Objects.requireNonNull(stream, "stream");
        Objects.requireNonNull(event, "event");
    }

    /**
     * The event's id.
     *
     * @return the id given, else the command's id, a dot, and the index; unique within its stream only
     */
    public String id() {
        String given = event.id();
        return given != null ? given : event.origin().commandId() + "." + index;
    }
}
