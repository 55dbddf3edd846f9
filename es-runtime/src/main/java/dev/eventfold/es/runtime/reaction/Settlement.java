package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.CommandRejected;
import dev.eventfold.es.EsException;
import dev.eventfold.es.OnFailure;
import dev.eventfold.es.runtime.StoreFailed;
import dev.eventfold.es.runtime.execution.CommandRequest;
import dev.eventfold.es.runtime.execution.Decider;
import dev.eventfold.es.runtime.execution.Decision;
import dev.eventfold.es.runtime.execution.Draft;
import dev.eventfold.es.runtime.reaction.Outcome.Sequence;
import dev.eventfold.es.runtime.store.ConsumerMove;
import dev.eventfold.es.spi.ProcessManagerDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Decides the commands of a batch in turn, and writes down what failed and what waits. For the thread whose turn it is. */
final class Settlement {
    private final Decider decider;
    private final OnFailure onFailure;
    private final Interests interests;
    private final RejectionEvents rejections;
    private final FailureEvents failures;
    private final Draft draft;
    private final List<ConsumerMove.Unchanged> unchanged = new ArrayList<>();
    private boolean failed;

    Settlement(
            Decider decider,
            ProcessManagerDefinition<?> definition,
            Interests interests,
            FailureEvents failures,
            Draft draft) {
        this.decider = decider;
        this.onFailure = definition.onFailure();
        this.interests = interests;
        this.rejections = new RejectionEvents(definition.name());
        this.failures = failures;
        this.draft = draft;
    }

    /** Accepted commands that wrote nothing. */
    List<ConsumerMove.Unchanged> unchanged() {
        return unchanged;
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
        if (outcome instanceof Outcome.Failed event) {
            failed = true;
            draft.add(failures.failed(event.event(), event.sequence().name(), event.failure(), decider.now()));
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
        Failure failure = command.failure();
        CommandRequest request = command.request();
        if (request != null) {
            try {
                return accepted(reacted, command, decider.decide(draft, request));
            } catch (StoreFailed e) {
                throw e;
            } catch (CommandRejected e) {
                if (isAnswered(reacted, request)) {
                    draft.add(rejections.rejected(reacted.event(), sequence.name(), command, e, decider.now()));
                    return Counts.REJECTED;
                }
                failure = Failure.ofCommand(e);
            } catch (EsException e) {
                failure = Failure.ofCommand(e);
            }
        }
        return failed(reacted, command, failure);
    }

    private boolean isAnswered(Outcome.Reacted reacted, CommandRequest request) {
        return !reacted.ended() && interests.answer(request.stream().aggregate(), request.command()) != null;
    }

    private Counts accepted(Outcome.Reacted reacted, SentCommand command, Decision decision) {
        if (decision.wrote()) {
            return Counts.DISPATCHED;
        }
        CommandRequest request = Objects.requireNonNull(command.request());
        unchanged.add(new ConsumerMove.Unchanged(
                reacted.event().position(),
                command.index(),
                request.stream(),
                request.command(),
                command.sent().sum()));
        return Counts.UNCHANGED;
    }

    private Counts failed(Outcome.Reacted reacted, SentCommand command, @Nullable Failure failure) {
        Sequence sequence = reacted.sequence();
        draft.add(failures.failed(
                reacted.event(), sequence.name(), command, Objects.requireNonNull(failure), decider.now()));
        return commandFailed(sequence);
    }

    private Counts commandFailed(Sequence sequence) {
        failed = true;
        if (onFailure != OnFailure.CONTINUE) {
            sequence.blockCommands();
        }
        return Counts.DEAD_LETTERED;
    }
}
