package dev.eventfold.es.runtime.store;

import java.util.List;

/**
 * A part of a partition, of which some events were wanted.
 *
 * @param events those wanted, in order
 * @param to the last position that was looked at: none of the others up to it is wanted
 */
public record EventSlice(List<StoredEvent> events, long to) {
    /** Copies nothing: whoever makes one lets go of the list. */
    public EventSlice {
        if (!events.isEmpty() && events.get(events.size() - 1).position() > to) {
            throw new IllegalArgumentException("an event is behind the slice: to=" + to);
        }
    }

    /**
     * Its beginning.
     *
     * @param count how many of the events, fewer than there are
     * @return ends with the last of them
     */
    public EventSlice first(int count) {
        return new EventSlice(events.subList(0, count), events.get(count - 1).position());
    }
}
