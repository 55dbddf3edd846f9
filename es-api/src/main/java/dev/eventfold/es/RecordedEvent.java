package dev.eventfold.es;

/** An event as stored: its context and its payload. Immutable. Made by the run time; not for users to implement. */
public interface RecordedEvent extends EventContext {
    /**
     * The payload.
     *
     * @return JSON text, as stored
     */
    String json();

    /**
     * The version of the payload's shape.
     *
     * @return as stored; 1 for the first shape
     */
    int schemaVersion();

    /**
     * The payload as an object.
     *
     * @param <T> the class
     * @param type the class of the event
     * @return the event
     * @throws UnreadablePayload when the stored JSON does not fit the class
     */
    <T> T as(Class<T> type);
}
