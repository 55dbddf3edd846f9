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
     * The payload as an object. When it is stored in an older version than the class of the event has now, it goes through the
     * {@link Upcasts} in between; as any other class (an older shape, a {@code Map}, one of the caller's own) it is read as stored.
     *
     * @param <T> the class
     * @param type the class of the event, or any other that the stored JSON can be read as
     * @return the event
     * @throws UnreadablePayload when the stored JSON does not fit the class, has a newer version than the program knows, or an upcaster
     *     fails
     */
    <T> T as(Class<T> type);
}
