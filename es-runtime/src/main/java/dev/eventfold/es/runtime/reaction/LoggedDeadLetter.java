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
    private final LoggedFailure failure;

    private LoggedDeadLetter(Facts facts) {
        this.facts = facts;
        this.failure = facts.failure();
    }

    /** As read from the log. */
    record Facts(
            LoggedFailure failure,
            String processManager,
            RecordedEvent event,
            Cause cause,
            String error,
            Optional<String> evictedBecause) {}

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
        return failure.id();
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
        return failure.attempts();
    }

    public Instant firstTime() {
        return failure.firstTime();
    }

    public Instant lastTime() {
        return failure.lastTime();
    }

    public State state() {
        return failure.state();
    }

    public Optional<String> evictedBecause() {
        return facts.evictedBecause();
    }

    public long parkedBehind() {
        return failure.parkedBehind();
    }

    @Override
    public String toString() {
        return cause() + " " + id() + ": " + error() + ", event=" + event();
    }
}
