package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.EsException;
import dev.eventfold.es.runtime.DeadLetter.Cause;
import dev.eventfold.es.runtime.RetryReport;
import dev.eventfold.es.runtime.StoreFailed;
import dev.eventfold.es.runtime.execution.Backoff;
import dev.eventfold.es.runtime.execution.Decider;
import dev.eventfold.es.runtime.execution.Draft;
import dev.eventfold.es.runtime.execution.UserCode;
import dev.eventfold.es.runtime.store.CommitOutcome;
import dev.eventfold.es.runtime.store.CommitOutcome.Committed;
import dev.eventfold.es.runtime.store.Row.Blocked;
import dev.eventfold.es.runtime.store.RowChange;
import dev.eventfold.es.runtime.store.RowKey;
import dev.eventfold.es.runtime.store.StreamId;
import dev.eventfold.es.runtime.store.VersionedRow;
import dev.eventfold.es.runtime.store.View;
import java.util.List;
import java.util.function.Predicate;

/**
 * Of a process manager that is not in the program: its dead letters can be given up, not tried again. What is parked behind one cannot run either,
 * so that the next of it becomes a dead letter in its turn.
 */
final class WorkingOffAbsent implements WorkingOff {
    private final LogHost host;
    private final String consumer;
    private final WaitingEntries entries;

    WorkingOffAbsent(LogHost host, String consumer) {
        this.host = host;
        this.consumer = consumer;
        this.entries = new WaitingEntries(host.store(), host.payloads());
    }

    @Override
    public RetryReport retry(String sequence, long entry) {
        throw absent();
    }

    @Override
    public RetryReport retryAll(Predicate<String> sequences) {
        throw absent();
    }

    @Override
    public RetryReport dryRun() {
        throw absent();
    }

    private EsException absent() {
        return new EsException(
                "a dead letter cannot be tried again while its process manager or subscriber is not in the program:"
                        + " consumer=" + consumer + "; bring its class back under this name, or evict it");
    }

    @Override
    public void evict(String sequence, long entry, String reason) {
        UserCode.refuse("evict");
        for (int lost = 0; ; lost++) {
            CommitOutcome outcome = inTurn(sequence, entry, reason);
            if (outcome instanceof Committed committed) {
                host.decider().awaitDurable(committed.commit());
                return;
            }
            if (outcome instanceof CommitOutcome.Unknown unknown) {
                throw new StoreFailed(
                        "it is unknown whether an eviction was written: consumer=" + consumer + ", id=" + sequence + "/"
                                + entry,
                        unknown.cause());
            }
            Backoff.afterLostRace(lost);
        }
    }

    private CommitOutcome inTurn(String sequence, long entry, String reason) {
        host.decider().turn().lock();
        try {
            return evict(new SequenceLog(host.store(), stream(sequence), View.DECIDED, failure -> {}), entry, reason);
        } finally {
            host.decider().turn().unlock();
        }
    }

    private StreamId stream(String sequence) {
        return new StreamId(SystemStreams.deadLetters(consumer), sequence);
    }

    private CommitOutcome evict(SequenceLog log, long entry, String reason) {
        LoggedFailure failure = log.readOn().pending(entry);
        if (failure == null) {
            throw new FailureLog(host.store(), consumer, View.DECIDED).notPending(log.sequence(), entry);
        }
        Decider decider = host.decider();
        RetryEvents events = new RetryEvents(consumer, new FailureEvents(consumer, failure.policy()));
        Draft draft = decider.draft();
        draft.add(events.evicted(entries.of(failure).logged(), reason, decider.now()));
        WaitingLine line = log.lineOf(failure);
        if (line == null) {
            return decider.commit(draft, List.of(), null);
        }
        if (line.size() == 1) {
            return decider.commit(draft, unblocked(log, line), null);
        }
        WaitingEntry next = entries.first(log, line, 2).get(1);
        Cause cause = next.ofCommand() ? Cause.UNKNOWN_COMMAND : Cause.REACTION_FAILED;
        Failure absent = new Failure(cause, "its process manager or subscriber is not in the program");
        draft.add(events.failedAgain(next.logged(), absent, true, next.attempts(), decider.now()));
        return decider.commit(draft, List.of(), null);
    }

    /** The row after the last of a line is gone. */
    private List<RowChange> unblocked(SequenceLog log, WaitingLine gone) {
        RowKey key = new RowKey(consumer, host.generations().of(consumer), log.sequence());
        VersionedRow row = host.store().row(key).orElse(null);
        if (row == null) {
            return List.of();
        }
        Blocked blocked = log.events() != gone && !log.events().isEmpty()
                ? Blocked.EVENTS
                : log.commands() != gone && !log.commands().isEmpty() ? Blocked.COMMANDS : Blocked.NO;
        return List.of(
                blocked == Blocked.NO && row.row().state() == null
                        ? new RowChange.Remove(key, row.version())
                        : new RowChange.Put(row.row().withBlocked(blocked), row.version()));
    }
}
