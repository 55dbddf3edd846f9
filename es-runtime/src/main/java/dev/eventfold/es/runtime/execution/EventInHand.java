package dev.eventfold.es.runtime.execution;

import dev.eventfold.es.runtime.store.StoredEvent;
import org.jspecify.annotations.Nullable;

/** An event on its way through appliers and reactions of one thread, which share its payload, so that it is decoded once. */
public final class EventInHand extends LoggedEvent {
    private final Payload payload;

    /**
     * Of the log.
     *
     * @param stored the event
     * @param payloads reads its payload
     */
    public EventInHand(StoredEvent stored, Payloads payloads) {
        this(stored, payloads, new Payload(), "");
    }

    private EventInHand(StoredEvent stored, Payloads payloads, Payload payload, String key) {
        super(stored, payloads, key);
        this.payload = payload;
    }

    /**
     * Just decided.
     *
     * @param stored the event as it will be stored
     * @param payloads reads its payload
     * @param object the payload as the handler returned it
     * @return the event
     */
    static EventInHand decided(StoredEvent stored, Payloads payloads, Object object) {
        EventInHand event = new EventInHand(stored, payloads);
        event.payload.object = object;
        return event;
    }

    /**
     * The same event for one process instance.
     *
     * @param payloads reads its payload
     * @param key the key of the instance
     * @return the event with that key
     */
    public EventInHand forKey(Payloads payloads, String key) {
        return new EventInHand(stored(), payloads, payload, key);
    }

    @Override
    public <T> T as(Class<T> type) {
        Object known = payload.object;
        if (type.isInstance(known)) {
            return type.cast(known);
        }
        T read = super.as(type);
        payload.object = read;
        return read;
    }

    private static final class Payload {
        private @Nullable Object object;
    }
}
