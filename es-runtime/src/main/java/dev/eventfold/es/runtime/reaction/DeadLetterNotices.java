package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.runtime.DeadLetter.Cause;
import dev.eventfold.es.runtime.observe.DeadLetterEvent;
import dev.eventfold.es.runtime.observe.Observer;
import dev.eventfold.es.runtime.store.StoredEvent;
import java.util.List;

/** Tells of the dead letters among what is committed. */
final class DeadLetterNotices {
    private final Observer observer;

    DeadLetterNotices(Observer observer) {
        this.observer = observer;
    }

    void committed(List<StoredEvent> events) {
        if (!observer.wants(observer.begin(DeadLetterEvent::new))) {
            return;
        }
        for (StoredEvent event : events) {
            if (isDeadLetter(event)) {
                String consumer = SystemStreams.consumerOfDeadLetters(event.stream());
                Cause cause = Cause.valueOf(JsonMembers.of(event.event().data()).text("cause"));
                observer.deadLettered(
                        observer.begin(DeadLetterEvent::new),
                        consumer,
                        cause,
                        event.stream().instanceId());
            }
        }
    }

    private static boolean isDeadLetter(StoredEvent event) {
        String name = event.event().name();
        return SystemStreams.isOfDeadLetters(event.stream())
                && (name.equals(FailureEvents.COMMAND_FAILED) || name.equals(FailureEvents.EVENT_FAILED));
    }
}
