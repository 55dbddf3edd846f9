package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.EsException;
import dev.eventfold.es.OnFailure;
import dev.eventfold.es.runtime.execution.Decider;
import dev.eventfold.es.runtime.execution.Draft;
import dev.eventfold.es.runtime.store.CommitOutcome;
import dev.eventfold.es.runtime.store.CommitOutcome.TooLarge;
import dev.eventfold.es.runtime.store.ConsumerMove;
import dev.eventfold.es.runtime.store.RowChange;
import dev.eventfold.es.runtime.store.StoredEvent;
import dev.eventfold.es.spi.ProcessManagerDefinition;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some events on their way through one process manager, into one commit: first the reactions, then in turn the decisions. What does not
 * work out leaves nothing behind, and is tried again with fewer events.
 *
 * @param <P> the class of the process manager
 */
final class Batch<P> {
    private final ManagerParts<P> parts;
    private final ProcessManagerDefinition<P> definition;
    private final BatchRows<P> rows;
    private final Reactor<P> reactor;
    private final List<StoredEvent> events;
    private final @Nullable TooLarge tooLarge;
    private final List<List<Outcome>> outcomes = new ArrayList<>();

    /** With {@code tooLarge} there is one event, whose effects are known to be more than a commit may hold. */
    Batch(ManagerParts<P> parts, List<StoredEvent> events, @Nullable TooLarge tooLarge) {
        this.parts = parts;
        this.definition = parts.definition();
        this.rows = parts.rows();
        this.reactor = parts.reactor(rows, events.size() == 1);
        this.events = events;
        this.tooLarge = tooLarge;
    }

    /** Runs the reactions. False when a state cannot be written, and fewer events may tell whose fault it is. */
    boolean react() {
        if (tooLarge != null) {
            outcomes.add(List.of(reactor.refuse(events.get(0), Failure.of(tooLarge))));
            return true;
        }
        for (StoredEvent event : events) {
            List<Outcome> ofEvent = reactor.react(event);
            outcomes.add(ofEvent);
            if (definition.onFailure() == OnFailure.STOP && Reactor.anyFailed(ofEvent)) {
                break;
            }
        }
        return sealed();
    }

    private boolean sealed() {
        try {
            rows.seal();
            return true;
        } catch (EsException e) {
            if (events.size() == 1) {
                throw e;
            }
            return false;
        }
    }

    /** How many of the events it has passed: all, unless the process manager stopped. */
    int passed() {
        return outcomes.size();
    }

    /** The last event of the batch: an earlier one than given when the process manager stopped. */
    long lastPosition() {
        return events.get(outcomes.size() - 1).position();
    }

    /** Whether there is anything to decide or to write. When there is not, the batch is done. */
    boolean idle() {
        for (List<Outcome> ofEvent : outcomes) {
            for (Outcome outcome : ofEvent) {
                if (!(outcome instanceof Outcome.Ignored)
                        && !(outcome instanceof Outcome.Reacted reacted
                                && reacted.commands().isEmpty())) {
                    return false;
                }
            }
        }
        return rows.changes().isEmpty();
    }

    /** What an idle batch counts. */
    List<Step> idleSteps() {
        List<Step> steps = new ArrayList<>();
        for (List<Outcome> ofEvent : outcomes) {
            long ignored =
                    ofEvent.stream().filter(Outcome.Ignored.class::isInstance).count();
            if (ignored > 0) {
                steps.add(Step.ofEvent(ofEvent.get(0).event().position(), Counts.ignored(ignored), 0, 0));
            }
        }
        return steps;
    }

    /**
     * Decides and commits. For the thread whose turn it is.
     *
     * @param move gives the consumer's move when the commands without events are known
     */
    Result commit(MoveTo move) {
        Decider decider = parts.host().decider();
        Draft draft = decider.draft();
        boolean committed = false;
        try {
            Settlement settlement = parts.settlement(draft);
            List<Step> steps = new ArrayList<>();
            for (int index = 0; index < outcomes.size(); index++) {
                settle(settlement, outcomes.get(index), draft, steps);
                boolean stops = settlement.failed() && definition.onFailure() == OnFailure.STOP;
                if (stops && index < outcomes.size() - 1) {
                    return Result.onlyFirst(index + 1);
                }
            }
            List<RowChange> changes = rows.changes();
            CommitOutcome outcome = decider.commit(draft, changes, move.with(settlement.unchanged()));
            committed = true;
            return new Result(outcome, steps, settlement.failed(), 0);
        } finally {
            if (!committed) {
                decider.discard(draft);
            }
        }
    }

    private static void settle(Settlement settlement, List<Outcome> ofEvent, Draft draft, List<Step> steps) {
        if (ofEvent.isEmpty()) {
            return;
        }
        long from = draft.position();
        Counts counts = Counts.NONE;
        for (Outcome outcome : ofEvent) {
            counts = counts.plus(settlement.settle(outcome));
        }
        steps.add(Step.ofEvent(ofEvent.get(0).event().position(), counts, from, draft.position()));
    }

    /** Makes the consumer's move. */
    interface MoveTo {
        ConsumerMove with(List<ConsumerMove.Unchanged> unchanged);
    }

    /**
     * What came of a batch.
     *
     * @param outcome what the store said; null when it was not asked
     * @param steps what was done
     * @param failed whether anything became a dead letter
     * @param onlyFirst when not 0, how many of the events may be passed: a process manager stops at the last of them
     */
    record Result(@Nullable CommitOutcome outcome, List<Step> steps, boolean failed, int onlyFirst) {
        static Result onlyFirst(int events) {
            return new Result(null, List.of(), false, events);
        }
    }
}
