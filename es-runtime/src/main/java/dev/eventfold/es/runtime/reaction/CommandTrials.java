package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.CommandRejected;
import dev.eventfold.es.EsException;
import dev.eventfold.es.runtime.StoreFailed;
import dev.eventfold.es.runtime.execution.CommandRequest;
import dev.eventfold.es.runtime.execution.Decider;
import dev.eventfold.es.runtime.execution.Decision;
import dev.eventfold.es.runtime.execution.Draft;
import dev.eventfold.es.runtime.execution.EventInHand;
import dev.eventfold.es.runtime.store.ConsumerMove;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Decides the commands of a process manager one by one, in the order of the calls, into one draft. For the thread whose turn it is. */
final class CommandTrials {
    private final Decider decider;
    private final Interests interests;
    private final RejectionEvents rejections;
    private final Draft draft;
    private final List<ConsumerMove.Unchanged> unchanged = new ArrayList<>();

    CommandTrials(String consumer, Decider decider, Interests interests, Draft draft) {
        this.decider = decider;
        this.interests = interests;
        this.rejections = new RejectionEvents(consumer);
        this.draft = draft;
    }

    /** Accepted commands that wrote nothing. */
    List<ConsumerMove.Unchanged> unchanged() {
        return unchanged;
    }

    /**
     * Decides one.
     *
     * @param event what it was sent for
     * @param sequence the sequence of the event
     * @param command the command
     * @param heard whether the instance is there to hear of a rejection
     * @throws StoreFailed when the store failed, which is nobody's failure
     */
    Verdict decide(EventInHand event, String sequence, SentCommand command, boolean heard) {
        CommandRequest request = command.request();
        if (request == null) {
            return new Verdict.Failed(Objects.requireNonNull(command.failure(), "failure"));
        }
        try {
            return accepted(event, command, request, decider.decide(draft, request));
        } catch (StoreFailed e) {
            throw e;
        } catch (CommandRejected e) {
            if (heard && interests.answer(request.stream().aggregate(), request.command()) != null) {
                draft.add(rejections.rejected(event, sequence, command, e, decider.now()));
                return new Verdict.Answered();
            }
            return new Verdict.Failed(Failure.ofCommand(e));
        } catch (EsException e) {
            return new Verdict.Failed(Failure.ofCommand(e));
        }
    }

    private Verdict accepted(EventInHand event, SentCommand command, CommandRequest request, Decision decision) {
        if (!decision.wrote()) {
            unchanged.add(new ConsumerMove.Unchanged(
                    event.position(),
                    command.index(),
                    request.stream(),
                    request.command(),
                    command.sent().sum()));
        }
        return new Verdict.Accepted(decision.wrote());
    }
}
