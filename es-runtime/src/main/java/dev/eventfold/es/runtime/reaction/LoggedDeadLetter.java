package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.RecordedEvent;
import dev.eventfold.es.runtime.DeadLetter.Cause;
import dev.eventfold.es.runtime.DeadLetter.State;
import dev.eventfold.es.runtime.FailedCommand;
import dev.eventfold.es.runtime.FailedEvent;
import java.time.Instant;
import java.util.Optional;

/** What a failed command and a failed event have in common. */
abstract class LoggedDeadLetter {
    private final Facts facts;

    private LoggedDeadLetter(Facts facts) {
        this.facts = facts;
    }

    /** As read from the log. */
    record Facts(
            String id,
            String processManager,
            RecordedEvent event,
            Cause cause,
            String error,
            int attempts,
            Instant time,
            long parkedBehind) {}

    static final class OfEvent extends LoggedDeadLetter implements FailedEvent {
        OfEvent(Facts facts) {
            super(facts);
        }
    }

    static final class OfCommand extends LoggedDeadLetter implements FailedCommand {
        private final CommandEnvelope command;

        OfCommand(Facts facts, CommandEnvelope command) {
            super(facts);
            this.command = command;
        }

        @Override
        public CommandEnvelope command() {
            return command;
        }

        @Override
        public String toString() {
            return super.toString() + ", command=" + command;
        }
    }

    public String id() {
        return facts.id();
    }

    public String processManager() {
        return facts.processManager();
    }

    public String key() {
        return facts.event().key();
    }

    public RecordedEvent event() {
        return facts.event();
    }

    public Cause cause() {
        return facts.cause();
    }

    public String error() {
        return facts.error();
    }

    public int attempts() {
        return facts.attempts();
    }

    public Instant firstTime() {
        return facts.time();
    }

    public Instant lastTime() {
        return facts.time();
    }

    public State state() {
        return State.PENDING;
    }

    public Optional<String> evictedBecause() {
        return Optional.empty();
    }

    public long parkedBehind() {
        return facts.parkedBehind();
    }

    @Override
    public String toString() {
        return cause() + " " + id() + ": " + error() + ", event=" + event();
    }
}
