package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.CommandRejected;
import dev.eventfold.es.EsException;
import dev.eventfold.es.RetryLater;
import dev.eventfold.es.UnknownCommand;
import dev.eventfold.es.UnreadablePayload;
import dev.eventfold.es.VersionConflict;
import dev.eventfold.es.runtime.DeadLetter.Cause;
import dev.eventfold.es.runtime.execution.Thrown;
import dev.eventfold.es.runtime.store.Commit;
import dev.eventfold.es.runtime.store.CommitOutcome;

/**
 * Why something is a dead letter.
 *
 * @param cause the kind
 * @param error what was thrown, for people
 * @param isOfLater whether another try later may go better: the handler said "not yet", or the outside world failed
 */
record Failure(Cause cause, String error, boolean isOfLater) {
    /** One that is tried again when somebody says so. */
    Failure(Cause cause, String error) {
        this(cause, error, false);
    }

    static Failure ofCommand(EsException refusal) {
        Cause cause = causeOf(refusal);
        return new Failure(cause, Thrown.text(refusal), cause == Cause.RETRIES_EXHAUSTED);
    }

    private static Cause causeOf(EsException refusal) {
        if (refusal instanceof CommandRejected || refusal instanceof VersionConflict) {
            return Cause.REJECTED;
        }
        if (refusal instanceof UnknownCommand) {
            return Cause.UNKNOWN_COMMAND;
        }
        if (refusal instanceof RetryLater) {
            return Cause.RETRIES_EXHAUSTED;
        }
        return refusal instanceof UnreadablePayload ? Cause.UNREADABLE : Cause.HANDLER_FAILED;
    }

    /** Of a single command, or a single event, whose effects are more than a commit may hold. */
    static Failure of(CommitOutcome.TooLarge size) {
        return new Failure(
                Cause.REACTION_FAILED,
                "more than a commit may hold: bytes=" + size.bytes() + ", most=" + Commit.MAX_BYTES + ", lines="
                        + size.lines() + ", most=" + Commit.MAX_LINES);
    }

    static Failure ofReaction(Throwable thrown) {
        Cause cause = thrown instanceof UnreadablePayload ? Cause.UNREADABLE : Cause.REACTION_FAILED;
        return new Failure(cause, Thrown.text(thrown));
    }

    /** Of a subscriber. */
    static Failure ofReceiving(Throwable thrown) {
        Failure failure = ofReaction(thrown);
        return new Failure(failure.cause(), failure.error(), failure.cause() != Cause.UNREADABLE);
    }
}
