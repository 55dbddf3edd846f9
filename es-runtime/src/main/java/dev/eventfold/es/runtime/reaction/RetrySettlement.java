package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.runtime.execution.Decider;
import dev.eventfold.es.runtime.execution.Draft;
import dev.eventfold.es.runtime.store.ConsumerMove;
import dev.eventfold.es.runtime.store.StoredEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides what a {@link RetryBatch} tries, and writes down what became of it. For the thread whose turn it is. */
final class RetrySettlement {
    private final ManagerParts<?> parts;
    private final BatchRows<?> rows;
    private final SequenceLog log;
    private final @Nullable WaitingLine line;
    private final Draft draft;
    private final Decider decider;
    private final Settlement settlement;
    private final CommandTrials trials;
    private final RetryEvents events;
    private final List<StoredEvent> released = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private RetryTally tally = RetryTally.NOTHING;
    private long gone;
    private boolean stopped;
    private final int attempts;
    private @Nullable Duration later;

    RetrySettlement(
            ManagerParts<?> parts, BatchRows<?> rows, SequenceLog log, @Nullable WaitingLine line, Draft draft) {
        String name = parts.definition().name();
        this.parts = parts;
        this.rows = rows;
        this.log = log;
        this.line = line;
        this.draft = draft;
        this.decider = parts.host().decider();
        this.settlement = new Settlement(
                decider,
                parts.definition(),
                parts.interests(),
                parts.failures(),
                draft,
                parts.host().retries());
        this.trials = new CommandTrials(name, decider, parts.interests(), draft);
        this.attempts = rows.sequence(log.sequence()).waits().attempts();
        this.events = new RetryEvents(name, parts.failures());
    }

    /** Whether one failed that what comes after it has to wait for. */
    boolean stopped() {
        return stopped;
    }

    void settle(WaitingEntry entry, List<Outcome> outcomes, @Nullable Failure known) {
        long from = draft.position();
        Counts before = tally.counts();
        Failure failure = known != null ? known : entry.ofCommand() ? command(entry) : event(entry, outcomes);
        if (failure == null) {
            wentThrough(entry);
        } else if (isToBeRetried(entry, failure)) {
            later = parts.host().retries().pause(made(entry));
            stopped = true;
        } else {
            failed(entry, failure);
        }
        steps.add(Step.ofEvent(entry.event().position(), tally.counts().minus(before), from, draft.position()));
    }

    private boolean isToBeRetried(WaitingEntry entry, Failure failure) {
        return line != null
                && entry.failure() == null
                && failure.isOfLater()
                && made(entry) < parts.host().retries().attempts();
    }

    /** How often it was tried, now included: what the row says is about the first of the line. */
    private int made(WaitingEntry entry) {
        boolean byItself = entry.ofCommand() || parts.receives();
        if (entry.failure() != null || !byItself) {
            return entry.attempts();
        }
        return (gone == 0 ? attempts : 0) + 1;
    }

    private @Nullable Failure command(WaitingEntry entry) {
        SentCommand command = parts.sending().again(entry.event(), entry.facts());
        if (line == null && rows.sequence(log.sequence()).commandsBlocked()) {
            draft.add(parts.failures().parked(entry.event(), log.sequence(), command, decider.now()));
            count(Counts.PARKED);
            return null;
        }
        boolean heard = rows.instance(entry.event().key()).lives();
        Verdict verdict = trials.decide(entry.event(), log.sequence(), command, heard);
        count(Counts.of(verdict));
        return verdict instanceof Verdict.Failed failed ? failed.failure() : null;
    }

    private @Nullable Failure event(WaitingEntry entry, List<Outcome> outcomes) {
        if (outcomes.size() == 1 && outcomes.get(0) instanceof Outcome.Failed failed && isOf(entry, failed)) {
            return failed.failure();
        }
        outcomes.forEach(outcome -> count(settlement.settle(outcome)));
        return null;
    }

    /** Whether the entry itself failed, and not an instance of which only now could be told that it is for it. */
    private boolean isOf(WaitingEntry entry, Outcome.Failed failed) {
        boolean ofNoInstance = parts.definition().keyed() && !entry.isOfKey();
        return failed.sequence().name().equals(log.sequence())
                && (failed.sequence().row() == null) == ofNoInstance;
    }

    private void count(Counts counts) {
        tally = tally.plus(new RetryTally(0, 0, 0, counts));
    }

    private void wentThrough(WaitingEntry entry) {
        gone++;
        if (entry.failure() == null) {
            released.add(entry.logged());
        } else {
            draft.add(events.retried(entry.logged(), decider.now()));
            tally = tally.plus(new RetryTally(1, 0, 0, Counts.NONE));
        }
    }

    private void failed(WaitingEntry entry, Failure failure) {
        writeReleased();
        boolean blocks = line != null && parts.failures().blocks(failure);
        draft.add(events.failedAgain(entry.logged(), failure, blocks, made(entry), decider.now()));
        boolean again = entry.failure() != null;
        tally = tally.plus(new RetryTally(0, again ? 1 : 0, 0, again ? Counts.NONE : Counts.DEAD_LETTERED));
        gone += blocks ? 0 : 1;
        stopped = blocks;
    }

    private void writeReleased() {
        if (!released.isEmpty()) {
            draft.add(events.released(released, decider.now()));
            tally = tally.plus(new RetryTally(0, 0, released.size(), Counts.NONE));
            released.clear();
        }
    }

    /** Writes what is left to write, and what becomes of the row. */
    void end() {
        writeReleased();
        if (line != null) {
            InstanceRow<?> row = rows.sequence(log.sequence());
            new SequenceRow(log, row).goesOn(line, line.size() - gone, stopped, decider.now());
            if (later != null) {
                row.setWaits(row.waits().withRetry(DueTime.after(decider.now(), later), gone == 0 ? attempts + 1 : 1));
            }
        }
    }

    /** What was done, for each that was tried. */
    List<Step> steps() {
        return steps;
    }

    RetryTally tally() {
        return tally;
    }

    /** Accepted commands that wrote nothing. */
    List<ConsumerMove.Unchanged> unchanged() {
        List<ConsumerMove.Unchanged> unchanged = new ArrayList<>(settlement.unchanged());
        unchanged.addAll(trials.unchanged());
        return unchanged;
    }
}
