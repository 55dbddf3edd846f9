package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.Effect;
import dev.eventfold.es.EsException;
import dev.eventfold.es.runtime.RebuildReport;
import dev.eventfold.es.runtime.StoreFailed;
import dev.eventfold.es.runtime.execution.Decider;
import dev.eventfold.es.runtime.execution.EventInHand;
import dev.eventfold.es.runtime.execution.Thrown;
import dev.eventfold.es.runtime.store.CommitOutcome;
import dev.eventfold.es.runtime.store.CommittedMove;
import dev.eventfold.es.runtime.store.Json;
import dev.eventfold.es.runtime.store.Row;
import dev.eventfold.es.runtime.store.RowChange;
import dev.eventfold.es.runtime.store.RowKey;
import dev.eventfold.es.runtime.store.VersionedRow;
import dev.eventfold.es.spi.ProcessManagerDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Derives the state of each instance of a process manager again, into rows of another generation, while those in use go on being used. What
 * reactions return is dropped: only state is derived, effects are facts.
 *
 * @param <P> the class of the process manager
 */
final class Rebuild<P> implements Replay.Recipient, ReplayedRows.Target {
    /** So many commits may be left when the process manager is held up, until the rows are in use. */
    private static final int FEW = 64;

    private static final int MOST_ROUNDS = 10;
    private static final int ROWS = 1_000;

    private final LogHost host;
    private final ProcessManagerDefinition<P> definition;
    private final ManagerRunner<P> runner;
    private final int generation;
    private final Replay<P> replay;
    private final ReplayedRows<P> rows;
    private long events;
    private long lastWritten;
    private long lastMove;
    private long position;
    private int outcomes;
    private RebuildCheckpoint checkpoint;

    Rebuild(
            LogHost host,
            ProcessManagerDefinition<P> definition,
            ManagerRunner<P> runner,
            Registration registration,
            RebuildCheckpoint begun) {
        this.host = host;
        this.definition = definition;
        this.runner = runner;
        this.generation = begun.generation();
        this.checkpoint = begun;
        this.replay = new Replay<>(host.store(), host.payloads(), definition, registration.startsAfter());
        this.rows = new ReplayedRows<>(definition, host.payloads(), generation, this);
        rows.count(begun.rows());
        replay.waiting().read(begun.waiting());
        events = begun.events();
        lastMove = begun.move();
        position = begun.position();
        outcomes = begun.outcomes();
    }

    /** Derives what is in the log, while more comes. */
    void catchUp() {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            if (followCommits() <= FEW) {
                return;
            }
        }
    }

    /** Derives the rest, up to where the process manager is and stays. */
    void finish(long passed) {
        followCommits();
        replay.passed(position, passed, this);
        rows.flush();
        dropWhatWasDone();
        host.decider().awaitDurable(lastWritten);
    }

    /** A delayed command that was sent since its row was derived is found by its time, which has come; the row in use has it no more. */
    private void dropWhatWasDone() {
        int same = 0;
        while (true) {
            List<VersionedRow> due = host.store()
                    .due(definition.name(), generation, host.decider().now(), ROWS + same);
            List<String> others =
                    due.stream().filter(this::waitsOtherwise).map(Rebuild::key).toList();
            if (others.isEmpty()) {
                return;
            }
            same = due.size() - others.size();
            others.forEach(rows::sequence);
            rows.flush();
        }
    }

    private boolean waitsOtherwise(VersionedRow derived) {
        Json waits = inUse(key(derived)).map(Row::waits).orElse(null);
        return !Objects.equals(waits, derived.row().waits());
    }

    private static String key(VersionedRow row) {
        return row.row().key().key();
    }

    private int followCommits() {
        host.decider().awaitDurable(host.store().lastCommit());
        int followed = 0;
        try (Stream<CommittedMove> moves = host.store().moves(definition.name(), Decider.PARTITION, lastMove)) {
            for (CommittedMove move : (Iterable<CommittedMove>) moves::iterator) {
                follow(move);
                followed++;
            }
        }
        rows.flush();
        return followed;
    }

    private void follow(CommittedMove move) {
        CommitFacts facts = CommitFacts.read(host.store(), definition.name(), move, event -> {});
        replay.commit(move, facts, position, outcomes, this);
        facts.sequences().forEach(rows::sequence);
        lastMove = move.commit();
        position = move.to();
        outcomes = 0;
        rows.flushIfFull();
    }

    @Override
    public void passed(long upTo) {
        position = upTo;
        rows.flushIfFull();
    }

    @Override
    public void wentOn() {
        outcomes++;
        rows.flushIfFull();
    }

    @Override
    public void given(Occasion occasion) {
        if (!definition.keyed()) {
            // What its sequence waits for is in a row of its own.
            rows.sequence(replay.source(occasion.event()));
        }
        ReplayedRow<P> instance = rows.instance(occasion.event().key());
        if (!instance.lives() && !occasion.starts()) {
            return;
        }
        try {
            List<Effect> effects = rows.give(instance, occasion);
            replay.reacted(occasion.event().key(), effects, instance.lives());
            events++;
        } catch (Exception | StackOverflowError e) {
            throw failure(occasion.event(), e);
        }
    }

    @Override
    public void failed(EventInHand event, Throwable why) {
        throw failure(event, why);
    }

    private EsException failure(EventInHand event, Throwable why) {
        return new EsException(
                "the rebuild has ended and nothing is changed, a reaction failed that once went through: processManager="
                        + runner.name() + ", key=" + event.key() + ", " + event.place() + ": " + Thrown.text(why)
                        + "; let the reaction take what it took before, and rebuild again",
                why);
    }

    @Override
    public Optional<VersionedRow> row(RowKey key) {
        return host.store().row(key);
    }

    @Override
    public Optional<Row> inUse(String key) {
        int current = host.generations().of(definition.name());
        return host.store().row(new RowKey(definition.name(), current, key)).map(VersionedRow::row);
    }

    @Override
    public boolean alone() {
        return false;
    }

    @Override
    public void write(List<RowChange> changes) {
        Decider decider = host.decider();
        // The last commit at most is on its way to the disk while this one is made.
        decider.awaitDurable(lastWritten);
        decider.turn().lock();
        try {
            CommitOutcome outcome = decider.commit(decider.draft(), withCheckpoint(changes), null);
            if (!(outcome instanceof CommitOutcome.Committed committed)) {
                throw new StoreFailed(
                        "rows of a rebuild cannot be written: processManager=" + runner.name() + ", " + outcome, null);
            }
            lastWritten = committed.commit();
        } finally {
            decider.turn().unlock();
        }
    }

    private List<RowChange> withCheckpoint(List<RowChange> changes) {
        checkpoint = new RebuildCheckpoint(
                generation,
                checkpoint.program(),
                lastMove,
                position,
                outcomes,
                events,
                rows.count(),
                replay.waiting().json());
        List<RowChange> more = new ArrayList<>(changes);
        more.add(RebuildCheckpoints.put(host.store(), definition.name(), checkpoint));
        return more;
    }

    /** What was done. */
    RebuildReport report() {
        return new Rebuilt(runner.name(), generation, events, rows.count());
    }

    private record Rebuilt(String processManager, int generation, long events, long rows) implements RebuildReport {
        @Override
        public String toString() {
            return "processManager=" + processManager + " generation=" + generation + " events=" + events + " rows="
                    + rows;
        }
    }
}
