package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.runtime.execution.EventInHand;
import dev.eventfold.es.runtime.store.StoredEvent;
import org.jspecify.annotations.Nullable;

/**
 * Something that failed, or that was parked, when its turn has come.
 *
 * @param logged the event that {@link FailureEvents} wrote of it
 * @param facts what that event says
 * @param failure what is known of its failures; null when it was only parked
 * @param event the event that was reacted to, or is to be, with the key of the instance
 */
record WaitingEntry(
        StoredEvent logged, JsonMembers facts, @Nullable LoggedFailure failure, EventInHand event) {
    /** How often it will have been tried when it is tried now. */
    int attempts() {
        return failure == null ? 1 : failure.attempts() + 1;
    }

    /** Whether its sequence is named by the key of its instance: not so without key, and when it could not be told which instance it is for. */
    boolean isOfKey() {
        return event.key().equals(logged.stream().instanceId());
    }

    boolean ofCommand() {
        return FailureEvents.isOfCommand(logged.event().name());
    }
}
