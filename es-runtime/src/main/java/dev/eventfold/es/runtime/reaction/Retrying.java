package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.EsException;
import dev.eventfold.es.runtime.execution.UserCode;
import dev.eventfold.es.runtime.store.ConsumerMove;
import dev.eventfold.es.runtime.store.EventStore;
import dev.eventfold.es.runtime.store.Lease;
import dev.eventfold.es.runtime.store.RowKey;
import dev.eventfold.es.runtime.store.StreamId;
import dev.eventfold.es.runtime.store.VersionedRow;
import dev.eventfold.es.runtime.store.View;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Works off what failed in one process manager: one call at a time, in commits of bounded size, between which the process manager goes on with
 * what is not blocked. What failed and what waits is read from the log; the row of a sequence says when something of it is free to run, so that
 * a call that was cut short is finished by the next pass.
 *
 * <p>A retry that is due by itself goes the same way: whoever lets a command wait writes it down as parked, blocks the row, and sets {@link
 * Waits#release} to when it is to be tried. Then {@link #releaseDue} finds it, runs it and what has come behind it, and clears the row.
 *
 * @param <P> the class of the process manager
 */
final class Retrying<P> implements WorkingOff {
    private static final int MOST_DUE = 16;

    private static final Lease NO_LEASE = new Lease("dry run", 0, 0);

    private final ManagerParts<P> parts;
    private final WaitingEntries entries;
    private final RetryCommits<P> commits;
    private final ReentrantLock oneCall = new ReentrantLock();
    private volatile @Nullable String inHand;

    Retrying(ManagerParts<P> parts, BetweenSteps runner) {
        this.parts = parts;
        this.entries = new WaitingEntries(parts.host().store(), parts.host().payloads());
        this.commits = new RetryCommits<>(parts, runner, entries);
    }

    @Override
    public RetryTally retry(String sequence, long entry) {
        return inOneCall(() -> {
            SequenceLog log = log(sequence).readOn();
            return retry(log, requirePending(log, entry));
        });
    }

    @Override
    public RetryTally retryAll(Predicate<String> sequences) {
        return inOneCall(() -> {
            RetryTally tally = RetryTally.NOTHING;
            for (LoggedFailure failure : failures().pending(sequences)) {
                SequenceLog log = log(failure.stream().instanceId()).readOn();
                LoggedFailure still = log.pending(failure.entry());
                tally = still == null ? tally : tally.plus(retry(log, still));
            }
            return tally;
        });
    }

    @Override
    public RetryTally dryRun() {
        UserCode.refuse("dryRun");
        if (parts.receives()) {
            throw new EsException("a subscriber has effects on the outside world, so nothing of it can be tried without"
                    + " them: subscriber=" + parts.name() + "; use retry");
        }
        awaitDurable();
        RetryTally tally = RetryTally.NOTHING;
        for (String sequence : failures().pendingSequences()) {
            Retrying<P> rehearsal = new Retrying<>(
                    parts.on(new RehearsalLog(parts.host().store())), work -> work.apply(Retrying::noMove));
            tally = tally.plus(rehearsal.retryAll(sequence::equals));
        }
        return tally;
    }

    private static ConsumerMove noMove(List<ConsumerMove.Unchanged> unchanged) {
        return new ConsumerMove(NO_LEASE, 0, 0, unchanged);
    }

    @Override
    public void evict(String sequence, long entry, String reason) {
        inOneCall(() -> {
            SequenceLog log = log(sequence).readOn();
            LoggedFailure failure = requirePending(log, entry);
            WaitingLine line = log.lineOf(failure);
            inHand = sequence;
            commits.evict(log, failure, reason);
            return line == null ? RetryTally.NOTHING : release(log, line);
        });
    }

    private RetryTally retry(SequenceLog log, LoggedFailure failure) {
        inHand = log.sequence();
        WaitingLine line = log.lineOf(failure);
        if (line == null) {
            return commits.retry(log, failure);
        }
        RetryTally first = commits.run(log, line);
        return first.plus(release(log, line));
    }

    /** Runs what nothing holds up any more, to the end of the line or to the next failure. */
    private RetryTally release(SequenceLog log, WaitingLine line) {
        RetryTally tally = RetryTally.NOTHING;
        while (log.readOn().isFree(line) && !isPutOff(log.sequence())) {
            tally = tally.plus(commits.run(log, line));
        }
        return tally;
    }

    /** Whether a handler has said "not yet", and the time has not come. */
    private boolean isPutOff(String sequence) {
        RowKey key = new RowKey(
                parts.definition().name(),
                parts.host().generations().of(parts.definition().name()),
                sequence);
        return parts.host()
                .store()
                .row(key)
                .map(row -> Waits.read(row.row().waits()))
                .filter(waits -> waits.attempts() > 0 && waits.release() != null)
                .filter(waits -> parts.host().decider().now().isBefore(waits.release()))
                .isPresent();
    }

    /**
     * Runs some of what is free to run and due, if there is any.
     *
     * @param until the last time that counts as due
     * @return false when there was nothing to do
     */
    boolean releaseDue(Instant until) {
        EventStore store = parts.host().store();
        String keptAs = parts.definition().name();
        int generation = parts.host().generations().of(keptAs);
        for (VersionedRow row : store.due(keptAs, generation, until, MOST_DUE)) {
            String sequence = row.row().key().key();
            Instant release = Waits.read(row.row().waits()).release();
            if (release != null && !release.isAfter(until) && !isInHand(sequence)) {
                releaseSome(sequence);
                return true;
            }
        }
        return false;
    }

    /** Whether somebody is working a sequence off just now. */
    boolean isInHand(String sequence) {
        return sequence.equals(inHand);
    }

    private void releaseSome(String sequence) {
        SequenceLog log = log(sequence).readOn();
        if (log.commands().isFree() || log.events().isFree()) {
            commits.run(log, log.commands().isFree() ? log.commands() : log.events());
        } else {
            commits.tidy(log);
        }
    }

    private LoggedFailure requirePending(SequenceLog log, long entry) {
        LoggedFailure pending = log.pending(entry);
        if (pending == null) {
            throw failures().notPending(log.sequence(), entry);
        }
        return pending;
    }

    private SequenceLog log(String sequence) {
        StreamId stream =
                new StreamId(SystemStreams.deadLetters(parts.definition().name()), sequence);
        return new SequenceLog(parts.host().store(), stream, View.DECIDED, failure -> {});
    }

    private FailureLog failures() {
        return new FailureLog(parts.host().store(), parts.definition().name(), View.DECIDED);
    }

    /** Whether a process manager that stops at failures has one to wait for. */
    boolean stopped() {
        return failures().stops();
    }

    /** Returns when all of it is durable. */
    private RetryTally inOneCall(Supplier<RetryTally> call) {
        UserCode.refuse("retry");
        oneCall.lock();
        try {
            // Streams are listed when they are durable.
            awaitDurable();
            RetryTally tally = call.get();
            awaitDurable();
            return tally;
        } finally {
            inHand = null;
            oneCall.unlock();
        }
    }

    private void awaitDurable() {
        parts.host().decider().awaitDurable(parts.host().store().lastCommit());
    }
}
