package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.runtime.execution.EventInHand;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What came of one event for one instance, before its commands are decided. */
sealed interface Outcome {
    /** The event, with the key of the instance. */
    EventInHand event();

    /**
     * It was reacted to.
     *
     * @param event the event
     * @param sequence its sequence
     * @param commands what the reaction sends
     * @param ended whether the instance is over, so that nobody hears of their rejections
     */
    record Reacted(EventInHand event, Sequence sequence, List<SentCommand> commands, boolean ended)
            implements Outcome {}

    /** The reaction failed, or never came about. */
    record Failed(EventInHand event, Sequence sequence, Failure failure) implements Outcome {}

    /** Its sequence waits behind a failed event. */
    record Parked(EventInHand event, Sequence sequence) implements Outcome {}

    /** It tells of a rejection, and nobody is there who would hear of it. */
    record Unanswered(EventInHand event, Sequence sequence, LoggedRejection rejected) implements Outcome {}

    /** Its instance does not live. */
    record Ignored(EventInHand event) implements Outcome {}

    /**
     * Where the failures of an event go, and what waits behind them.
     *
     * @param name the key of the instance; without key, or when it cannot be told, the source stream
     * @param row says whether it waits; null when the instance cannot be told, so that nothing can wait
     */
    record Sequence(String name, @Nullable InstanceRow<?> row) {
        boolean eventsBlocked() {
            return row != null && row.eventsBlocked();
        }

        void blockEvents() {
            if (row != null) {
                row.blockEvents();
            }
        }

        boolean commandsBlocked() {
            return row != null && row.commandsBlocked();
        }

        /** Keeps a command that is to be sent later. */
        void later(Occasion reaction, SentCommand command) {
            InstanceRow<?> kept = Objects.requireNonNull(row, "row");
            kept.setWaits(TimeEffects.later(kept.waits(), reaction, command));
        }

        /** Lets the commands wait for one that its handler put off for the first time. */
        void retryLater(Instant at) {
            InstanceRow<?> waiting = Objects.requireNonNull(row, "row");
            waiting.blockCommands();
            waiting.setWaits(waiting.waits().withRetry(at, 1));
        }

        /** Lets the events wait for one that a subscriber could not receive for the first time. */
        void receiveLater(Instant at) {
            InstanceRow<?> waiting = Objects.requireNonNull(row, "row");
            waiting.blockEvents();
            waiting.setWaits(waiting.waits().withRetry(at, 1));
        }

        void blockCommands() {
            if (row != null) {
                row.blockCommands();
            }
        }
    }
}
