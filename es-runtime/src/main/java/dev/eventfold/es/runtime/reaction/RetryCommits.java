package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.runtime.execution.Backoff;
import dev.eventfold.es.runtime.execution.Decider;
import dev.eventfold.es.runtime.execution.Draft;
import dev.eventfold.es.runtime.store.CommitOutcome;
import dev.eventfold.es.runtime.store.CommitOutcome.Committed;
import dev.eventfold.es.runtime.store.CommitOutcome.TooLarge;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes the commits of retries and evictions, each whole: what was tried, what became of it and what is left to wait. Tries again where another
 * store was faster, with less where it was too much. Each call makes one commit.
 *
 * @param <P> the class of the process manager
 */
final class RetryCommits<P> {
    private final ManagerParts<P> parts;
    private final BetweenSteps runner;
    private final WaitingEntries entries;
    private final RetryEvents events;
    private final BatchSize size;
    private long last;

    RetryCommits(ManagerParts<P> parts, BetweenSteps runner, WaitingEntries entries) {
        this.parts = parts;
        this.runner = runner;
        this.entries = entries;
        this.size = parts.batchSize();
        this.events = new RetryEvents(parts.definition().name(), parts.failures());
    }

    /** Runs the first ones of a line, as many as one commit may take. */
    RetryTally run(SequenceLog log, WaitingLine line) {
        return commit(log, most -> entries.first(log.readOn(), line, most), line);
    }

    /** Tries a failure that nothing waits behind. */
    RetryTally retry(SequenceLog log, LoggedFailure failure) {
        return commit(log, most -> List.of(entries.of(failure)), null);
    }

    private RetryTally commit(SequenceLog log, Entries wanted, @Nullable WaitingLine line) {
        int most = size.events();
        TooLarge tooLarge = null;
        // The last commit at most is on its way to the disk while this one is decided.
        parts.host().decider().awaitDurable(last);
        for (int lost = 0; ; ) {
            Tried tried = attempt(log, line, wanted, most, tooLarge);
            CommitOutcome outcome = tried.result().outcome();
            if (tried.entries() == 0) {
                return RetryTally.NOTHING;
            }
            if (outcome instanceof Committed committed) {
                last = committed.commit();
                return tried.result().tally();
            }
            if (outcome instanceof TooLarge found) {
                tooLarge = Refusals.tooLarge(found, tooLarge, tried.entries(), place(log));
            } else if (!(outcome instanceof CommitOutcome.ConsumerMoved)) {
                Refusals.requireKnown(outcome, place(log));
                Backoff.afterLostRace(lost++);
            }
            most = Math.max(1, tried.entries() / 2);
        }
    }

    private Tried attempt(
            SequenceLog log, @Nullable WaitingLine line, Entries wanted, int most, @Nullable TooLarge tooLarge) {
        int[] count = new int[1];
        Failure failure = tooLarge == null ? null : Failure.of(tooLarge);
        RetryBatch.Result result = runner.between(move -> {
            List<WaitingEntry> some = wanted.first(most);
            count[0] = some.size();
            if (some.isEmpty()) {
                return RetryBatch.Result.NONE;
            }
            RetryBatch<P> batch = new RetryBatch<>(parts, log, line, some, failure);
            long began = System.nanoTime();
            boolean reacted = batch.react();
            size.reacted(some.size(), System.nanoTime() - began);
            return reacted ? inTurn(some.size(), () -> batch.commit(move)) : RetryBatch.Result.NONE;
        });
        return new Tried(result, count[0]);
    }

    private RetryBatch.Result inTurn(int count, Supplier<RetryBatch.Result> decision) {
        ReentrantLock turn = parts.host().decider().turn();
        long began = 0;
        turn.lock();
        try {
            began = System.nanoTime();
            return decision.get();
        } finally {
            turn.unlock();
            size.decided(count, System.nanoTime() - began);
        }
    }

    /** Gives a failure up, and lets what waits behind it run. */
    void evict(SequenceLog log, LoggedFailure failure, String reason) {
        WaitingEntry entry = entries.of(failure);
        change(log, (draft, rows) -> {
            draft.add(events.evicted(entry.logged(), reason, now()));
            WaitingLine line = log.lineOf(failure);
            if (line != null) {
                row(log, rows).without(null).goesOn(line, line.size() - 1, false, now());
            }
            if (parts.interests().isOfTimeouts(entry.event().stored().stream())) {
                forget(LoggedTimeout.of(entry.event().stored(), parts.host().payloads()), rows);
            }
        });
    }

    /** A timeout that fired is pending until it was reacted to, which it never will be. */
    private void forget(LoggedTimeout timeout, BatchRows<P> rows) {
        InstanceRow<P> row = rows.instance(timeout.instanceId());
        PendingTimeout pending = row.waits().timeouts().get(timeout.timeout());
        if (pending != null && pending.fired() == timeout.version()) {
            row.setWaits(row.waits().withoutTimeout(timeout.timeout()));
        }
    }

    private static SequenceRow row(SequenceLog log, BatchRows<?> rows) {
        return new SequenceRow(log, rows.sequence(log.sequence()));
    }

    /** Brings a row that says that something is to run in line with the log, which knows of nothing. */
    void tidy(SequenceLog log) {
        change(log, (draft, rows) -> row(log, rows).without(null).isIdle());
    }

    private void change(SequenceLog log, BiConsumer<Draft, BatchRows<P>> work) {
        for (int lost = 0; ; ) {
            CommitOutcome outcome = runner.between(move -> inTurn(1, () -> change(log, work, move)))
                    .outcome();
            if (outcome instanceof Committed) {
                return;
            }
            Refusals.requireKnown(outcome, place(log));
            Backoff.afterLostRace(lost++);
        }
    }

    private RetryBatch.Result change(SequenceLog log, BiConsumer<Draft, BatchRows<P>> work, Batch.MoveTo move) {
        Decider decider = parts.host().decider();
        Draft draft = decider.draft();
        BatchRows<P> rows = new BatchRows<>(parts.host(), parts.definition());
        log.readOn();
        work.accept(draft, rows);
        return RetryBatch.Result.of(decider.commit(draft, rows.changes(), move.with(List.of())));
    }

    private Instant now() {
        return parts.host().decider().now();
    }

    private String place(SequenceLog log) {
        return parts.label() + ", sequence=" + log.sequence();
    }

    private interface Entries {
        List<WaitingEntry> first(int most);
    }

    private record Tried(RetryBatch.Result result, int entries) {}
}
