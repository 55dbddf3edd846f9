package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.OnFailure;
import dev.eventfold.es.runtime.Retries;
import dev.eventfold.es.runtime.execution.Decider;
import dev.eventfold.es.runtime.execution.Draft;
import dev.eventfold.es.runtime.reaction.Outcome.Sequence;
import dev.eventfold.es.runtime.store.ConsumerMove;
import dev.eventfold.es.spi.ProcessManagerDefinition;
import java.util.List;

/** Decides the commands of a batch in turn, and writes down what failed and what waits. For the thread whose turn it is. */
final class Settlement {
    private final Decider decider;
    private final OnFailure onFailure;
    private final FailureEvents failures;
    private final Draft draft;
    private final CommandTrials trials;
    private final Retries retries;
    private boolean failed;

    Settlement(
            Decider decider,
            ProcessManagerDefinition<?> definition,
            Interests interests,
            FailureEvents failures,
            Draft draft,
            Retries retries) {
        this.decider = decider;
        this.onFailure = definition.onFailure();
        this.failures = failures;
        this.draft = draft;
        this.retries = retries;
        this.trials = new CommandTrials(definition.name(), decider, interests, draft);
    }

    /** Accepted commands that wrote nothing. */
    List<ConsumerMove.Unchanged> unchanged() {
        return trials.unchanged();
    }

    /** Whether anything became a dead letter. */
    boolean failed() {
        return failed;
    }

    Counts settle(Outcome outcome) {
        if (outcome instanceof Outcome.Reacted reacted) {
            Counts counts = Counts.NONE;
            for (SentCommand command : reacted.commands()) {
                counts = counts.plus(settle(reacted, command));
            }
            return counts;
        }
        if (outcome instanceof Outcome.Failed event && isToBeRetried(event.sequence(), event.failure())) {
            draft.add(failures.parked(event.event(), event.sequence().name(), decider.now()));
            event.sequence().receiveLater(DueTime.after(decider.now(), retries.pause(1)));
            return Counts.PARKED;
        }
        if (outcome instanceof Outcome.Failed event) {
            failed = true;
            draft.add(failures.failed(event.event(), event.sequence(), event.failure(), decider.now()));
            return Counts.DEAD_LETTERED;
        }
        if (outcome instanceof Outcome.Parked event) {
            draft.add(failures.parked(event.event(), event.sequence().name(), decider.now()));
            return Counts.PARKED;
        }
        if (outcome instanceof Outcome.Unanswered unanswered) {
            return settle(unanswered);
        }
        return Counts.IGNORED;
    }

    private Counts settle(Outcome.Unanswered unanswered) {
        if (unanswered.sequence().commandsBlocked()) {
            draft.add(failures.parked(unanswered.rejected(), decider.now()));
            return Counts.PARKED;
        }
        draft.add(failures.failed(unanswered.rejected(), decider.now()));
        return commandFailed(unanswered.sequence());
    }

    private Counts settle(Outcome.Reacted reacted, SentCommand command) {
        Sequence sequence = reacted.sequence();
        if (sequence.commandsBlocked()) {
            draft.add(failures.parked(reacted.event(), sequence.name(), command, decider.now()));
            return Counts.PARKED;
        }
        Verdict verdict = trials.decide(reacted.event(), sequence.name(), command, !reacted.ended());
        if (verdict instanceof Verdict.Failed later && isToBeRetried(sequence, later.failure())) {
            draft.add(failures.parked(reacted.event(), sequence.name(), command, decider.now()));
            sequence.retryLater(DueTime.after(decider.now(), retries.pause(1)));
            return Counts.PARKED;
        }
        if (verdict instanceof Verdict.Failed failed) {
            draft.add(failures.failed(reacted.event(), sequence.name(), command, failed.failure(), decider.now()));
            return commandFailed(sequence);
        }
        return Counts.of(verdict);
    }

    private boolean isToBeRetried(Sequence sequence, Failure failure) {
        return failure.isOfLater() && sequence.row() != null && retries.attempts() > 1;
    }

    private Counts commandFailed(Sequence sequence) {
        failed = true;
        if (onFailure != OnFailure.CONTINUE) {
            sequence.blockCommands();
        }
        return Counts.DEAD_LETTERED;
    }
}
