package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.EsException;
import dev.eventfold.es.runtime.execution.Decider;
import dev.eventfold.es.runtime.execution.Draft;
import dev.eventfold.es.runtime.store.CommitOutcome;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of what waits in one sequence, on its way into one commit: the first of one of its lines, or one failure that nothing waits behind. Ends
 * with the first that fails again, and with it what becomes of the row. What does not work out leaves nothing behind.
 *
 * @param <P> the class of the process manager
 */
final class RetryBatch<P> {
    private final ManagerParts<P> parts;
    private final SequenceLog log;
    private final @Nullable WaitingLine line;
    private final List<WaitingEntry> entries;
    private final @Nullable Failure tooLarge;
    private final BatchRows<P> rows;
    private final Reactor<P> reactor;
    private final List<List<Outcome>> outcomes = new ArrayList<>();

    /**
     * Before it is tried.
     *
     * @param line the line whose first ones are tried; null for a failure that stands in none
     * @param entries what is tried, at least one
     * @param tooLarge of a single one, that its effects are known to be more than a commit may hold; else null
     */
    RetryBatch(
            ManagerParts<P> parts,
            SequenceLog log,
            @Nullable WaitingLine line,
            List<WaitingEntry> entries,
            @Nullable Failure tooLarge) {
        this.parts = parts;
        this.log = log;
        this.line = line;
        this.entries = entries;
        this.tooLarge = tooLarge;
        this.rows = new BatchRows<>(parts.host(), parts.definition());
        this.reactor = parts.reactor(rows, entries.size() == 1);
    }

    /** Runs the reactions, where events are tried. False when a state cannot be written, and fewer may tell whose fault it is. */
    boolean react() {
        if (!isOfNoInstance(entries.get(0))) {
            row().without(line);
        }
        if (tooLarge != null || entries.get(0).ofCommand()) {
            return true;
        }
        for (WaitingEntry entry : entries) {
            List<Outcome> ofEntry = isOfNoInstance(entry) ? forEachKey(entry) : again(entry);
            outcomes.add(ofEntry);
            if (ofEntry.get(0) instanceof Outcome.Failed failed
                    && parts.failures().blocks(failed.failure())) {
                break;
            }
        }
        return sealed();
    }

    /** Whether it failed before it could be told which instance it is for. */
    private boolean isOfNoInstance(WaitingEntry entry) {
        return parts.definition().keyed() && !entry.isOfKey();
    }

    private List<Outcome> forEachKey(WaitingEntry entry) {
        List<Outcome> outcomes = reactor.react(entry.event().stored());
        return outcomes.isEmpty() ? again(entry) : outcomes;
    }

    private List<Outcome> again(WaitingEntry entry) {
        Outcome outcome = reactor.reactAgain(entry.event());
        if (line == null && outcome instanceof Outcome.Failed) {
            // It stood in nobody's way before, and does not now.
            row().without(null);
        }
        return List.of(outcome);
    }

    private SequenceRow row() {
        return new SequenceRow(log, rows.sequence(log.sequence()));
    }

    private boolean sealed() {
        try {
            rows.seal();
            return true;
        } catch (EsException e) {
            if (entries.size() == 1) {
                throw e;
            }
            return false;
        }
    }

    /** Decides and commits. For the thread whose turn it is. */
    Result commit(Batch.MoveTo move) {
        Decider decider = parts.host().decider();
        Draft draft = decider.draft();
        boolean committed = false;
        try {
            RetrySettlement settlement = new RetrySettlement(parts, rows, log, line, draft);
            int tried = tooLarge != null || outcomes.isEmpty() ? entries.size() : outcomes.size();
            for (int index = 0; index < tried && !settlement.stopped(); index++) {
                settlement.settle(entries.get(index), outcomes.isEmpty() ? List.of() : outcomes.get(index), tooLarge);
            }
            settlement.end();
            CommitOutcome outcome = decider.commit(draft, rows.changes(), move.with(settlement.unchanged()));
            committed = true;
            return new Result(outcome, settlement.tally(), settlement.steps());
        } finally {
            if (!committed) {
                decider.discard(draft);
            }
        }
    }

    /**
     * What came of it.
     *
     * @param outcome what the store said; null when it was not asked
     * @param tally what was done
     * @param steps the same, for passes under way
     */
    record Result(@Nullable CommitOutcome outcome, RetryTally tally, List<Step> steps) {
        static final Result NONE = new Result(null, RetryTally.NOTHING, List.of());

        /** Of a commit that tried nothing. */
        static Result of(CommitOutcome outcome) {
            return new Result(outcome, RetryTally.NOTHING, List.of());
        }
    }
}
