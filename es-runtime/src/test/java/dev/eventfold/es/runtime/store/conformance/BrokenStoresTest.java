package dev.eventfold.es.runtime.store.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventfold.es.runtime.store.Commit;
import dev.eventfold.es.runtime.store.CommitOutcome;
import dev.eventfold.es.runtime.store.CommitOutcome.Committed;
import dev.eventfold.es.runtime.store.CommitOutcome.ConsumerMoved;
import dev.eventfold.es.runtime.store.CommitOutcome.DuplicateCommand;
import dev.eventfold.es.runtime.store.CommitOutcome.Fenced;
import dev.eventfold.es.runtime.store.CommittedMove;
import dev.eventfold.es.runtime.store.ConsumerMove;
import dev.eventfold.es.runtime.store.EventStore;
import dev.eventfold.es.runtime.store.Lease;
import dev.eventfold.es.runtime.store.RowChange;
import dev.eventfold.es.runtime.store.Snapshot;
import dev.eventfold.es.runtime.store.StoredEvent;
import dev.eventfold.es.runtime.store.StreamAppend;
import dev.eventfold.es.runtime.store.StreamId;
import dev.eventfold.es.runtime.store.VersionedRow;
import dev.eventfold.es.runtime.store.View;
import dev.eventfold.es.runtime.store.memory.MemoryEventStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * What proves the conformance suite: stores that are correct but for one defect, each of a kind that real ones have had, and the check that
 * rejects each.
 */
@Timeout(240)
@Execution(ExecutionMode.CONCURRENT)
class BrokenStoresTest {
    @Test
    void a_position_in_a_second_write_is_rejected() {
        assertRejected(PositionInSecondWrite::new, "position_row_and_events_of_a_commit_are_seen_together");
    }

    @Test
    void no_version_check_is_rejected() {
        assertRejected(NoVersionCheck::new, "one_of_many_racing_writers_wins");
    }

    @Test
    void a_reader_that_skips_what_is_not_yet_visible_is_rejected() {
        assertRejected(SkippingReader::new, "a_reader_skips_nothing_while_writers_write");
    }

    @Test
    void finding_the_duplicate_after_the_commit_is_rejected() {
        assertRejected(DedupAfterCommit::new, "a_command_id_counts_once_and_gives_the_first_result");
    }

    @Test
    void finding_the_duplicate_before_the_commit_and_not_in_it_is_rejected() {
        assertRejected(DedupBeforeCommit::new, "one_of_many_equal_commands_counts");
    }

    @Test
    void command_ids_that_count_in_all_streams_are_rejected() {
        assertRejected(DedupInAllStreams::new, "in_another_stream_it_is_another_command");
    }

    @Test
    void a_lease_that_is_not_checked_is_rejected() {
        assertRejected(LeaseNotChecked::new, "a_stale_lease_is_refused_and_writes_nothing");
    }

    @Test
    void a_move_that_is_not_checked_is_rejected() {
        assertRejected(MoveNotChecked::new, "one_of_many_racing_moves_counts");
    }

    @Test
    void half_a_commit_to_several_streams_is_rejected() {
        assertRejected(HalfCommit::new, "a_conflict_in_one_of_several_streams_writes_to_none");
    }

    @Test
    void rows_outside_the_commit_are_rejected() {
        assertRejected(RowsOutsideCommit::new, "position_row_and_events_of_a_commit_are_seen_together");
    }

    @Test
    void rows_that_are_written_whatever_they_were_are_rejected() {
        assertRejected(RowsNotChecked::new, "a_row_that_moved_meanwhile_refuses_the_whole_commit");
    }

    @Test
    void moves_whose_commits_were_not_kept_apart_are_rejected() {
        assertRejected(JoinedMoves::new, "moves_are_read_back_with_their_commits");
    }

    @Test
    void a_lost_wake_up_is_rejected() {
        assertRejected(LostWakeUp::new, "waiting_for_events_never_misses_one");
    }

    @Test
    void ids_that_are_made_equal_are_rejected() {
        assertRejected(NormalizedIds::new, "any_well_formed_text_is_an_id");
    }

    @Test
    void forgetting_what_nobody_waited_for_is_rejected() {
        assertRejected(Forgetful::new, "closing_makes_durable_what_was_decided");
    }

    @Test
    void snapshots_that_run_ahead_of_the_log_are_rejected() {
        assertRejected(SnapshotsAhead::new, "a_snapshot_of_what_is_not_durable_is_not_kept");
    }

    @Test
    void snapshots_that_are_found_by_the_instance_alone_are_rejected() {
        assertRejected(SnapshotsMixed::new, "a_snapshot_is_read_as_it_was_kept");
    }

    @Test
    void a_snapshot_that_an_older_one_keeps_away_is_rejected() {
        assertRejected(FirstSnapshotCounts::new, "the_snapshot_that_was_kept_last_counts");
    }

    @Test
    void a_store_without_a_defect_is_not_rejected() {
        for (Method check : checks()) {
            assertThat(failure(() -> new ForwardingStore(new MemoryEventStore()), check))
                    .as(check.getName())
                    .isEmpty();
        }
    }

    private static void assertRejected(Supplier<EventStore> broken, String check) {
        Method method = checks().stream()
                .filter(candidate -> candidate.getName().equals(check))
                .findFirst()
                .orElseThrow();
        Optional<Throwable> failure = failure(broken, method);
        assertThat(failure).as("rejected by " + check).isPresent();
        System.out.println("broken store rejected: " + broken.get().getClass().getSimpleName() + " by " + check);
    }

    private static List<Method> checks() {
        List<Method> checks = new ArrayList<>();
        for (Method method : EventStoreConformance.class.getMethods()) {
            if (method.isAnnotationPresent(Test.class)) {
                checks.add(method);
            }
        }
        return checks;
    }

    private static Optional<Throwable> failure(Supplier<EventStore> stores, Method check) {
        EventStoreConformance suite = new EventStoreConformance() {
            @Override
            protected EventStore open() {
                return stores.get();
            }

            @Override
            protected Optional<EventStore> reopen(EventStore store) {
                return store instanceof Forgetful forgetful ? Optional.of(forgetful.opened()) : Optional.empty();
            }
        };
        try {
            suite.openEmpty();
            check.invoke(suite);
            suite.holdsTheSameWhenOpenedAgain();
            return Optional.empty();
        } catch (InvocationTargetException e) {
            return Optional.of(e.getCause());
        } catch (Exception | AssertionError e) {
            return Optional.of(e);
        }
    }

    /** Long enough for others to come between. */
    private static void meanwhile() {
        LockSupport.parkNanos(20_000);
    }

    private static Commit without(Commit commit, boolean rows, boolean move) {
        return new Commit(commit.appends(), rows ? List.of() : commit.rows(), move ? null : commit.move());
    }

    private static StreamAppend notOnce(StreamAppend append) {
        return new StreamAppend(append.stream(), append.expected(), false, append.events());
    }

    /** Checks everything first, then writes the position behind the rest. */
    private static final class PositionInSecondWrite extends ForwardingStore {
        private final Map<String, Lease> leases = new HashMap<>();

        PositionInSecondWrite() {
            super(new MemoryEventStore());
        }

        @Override
        public Lease lease(String consumer, int partition) {
            Lease lease = super.lease(consumer, partition);
            leases.put(consumer, lease);
            return lease;
        }

        @Override
        public CommitOutcome commit(Commit commit) {
            ConsumerMove move = commit.move();
            if (move == null || commit.appends().isEmpty()) {
                return super.commit(commit);
            }
            if (!move.lease().equals(leases.get(move.lease().consumer()))) {
                return new Fenced(move.lease());
            }
            long position = position(move.lease().consumer(), 0);
            if (position != move.from()) {
                return new ConsumerMoved(move.lease().consumer(), position);
            }
            CommitOutcome outcome = super.commit(without(commit, false, true));
            meanwhile();
            if (outcome instanceof Committed) {
                super.commit(new Commit(List.of(), List.of(), move));
            }
            return outcome;
        }
    }

    private static final class NoVersionCheck extends ForwardingStore {
        NoVersionCheck() {
            super(new MemoryEventStore());
        }

        @Override
        public CommitOutcome commit(Commit commit) {
            return super.commit(new Commit(
                    commit.appends().stream()
                            .map(append ->
                                    new StreamAppend(append.stream(), Samples.ANY, append.once(), append.events()))
                            .toList(),
                    commit.rows(),
                    commit.move()));
        }
    }

    /** Gives out positions first and shows the events later, each commit when it is done; as a serial column in a database does. */
    private static final class SkippingReader extends ForwardingStore {
        private final Set<Long> hidden = new HashSet<>();

        SkippingReader() {
            super(new MemoryEventStore());
        }

        @Override
        public CommitOutcome commit(Commit commit) {
            CommitOutcome outcome;
            synchronized (hidden) {
                outcome = super.commit(commit);
                if (outcome instanceof Committed committed) {
                    committed.events().forEach(event -> hidden.add(event.position()));
                }
            }
            meanwhile();
            synchronized (hidden) {
                if (outcome instanceof Committed committed) {
                    committed.events().forEach(event -> hidden.remove(event.position()));
                }
            }
            return outcome;
        }

        @Override
        public List<StoredEvent> read(int partition, long after, int maxEvents, long maxBytes, View view) {
            synchronized (hidden) {
                return super.read(partition, after, maxEvents, maxBytes, view).stream()
                        .filter(event -> !hidden.contains(event.position()))
                        .toList();
            }
        }
    }

    private static final class DedupAfterCommit extends ForwardingStore {
        DedupAfterCommit() {
            super(new MemoryEventStore());
        }

        @Override
        public CommitOutcome commit(Commit commit) {
            List<StoredEvent> first = commit.appends().stream()
                    .filter(StreamAppend::once)
                    .flatMap(append -> firstResult(append.stream(), append.commandId()).stream())
                    .toList();
            CommitOutcome outcome = super.commit(new Commit(
                    commit.appends().stream().map(BrokenStoresTest::notOnce).toList(), commit.rows(), commit.move()));
            return first.isEmpty() ? outcome : new DuplicateCommand(first);
        }
    }

    private static final class DedupBeforeCommit extends ForwardingStore {
        DedupBeforeCommit() {
            super(new MemoryEventStore());
        }

        @Override
        public CommitOutcome commit(Commit commit) {
            for (StreamAppend append : commit.appends()) {
                List<StoredEvent> first = firstResult(append.stream(), append.commandId());
                if (append.once() && !first.isEmpty()) {
                    return new DuplicateCommand(first);
                }
            }
            meanwhile();
            return super.commit(new Commit(
                    commit.appends().stream().map(BrokenStoresTest::notOnce).toList(), commit.rows(), commit.move()));
        }
    }

    private static final class DedupInAllStreams extends ForwardingStore {
        private final Map<String, List<StoredEvent>> seen = new HashMap<>();

        DedupInAllStreams() {
            super(new MemoryEventStore());
        }

        @Override
        public synchronized CommitOutcome commit(Commit commit) {
            for (StreamAppend append : commit.appends()) {
                if (append.once() && seen.containsKey(append.commandId())) {
                    return new DuplicateCommand(seen.get(append.commandId()));
                }
            }
            CommitOutcome outcome = super.commit(commit);
            if (outcome instanceof Committed committed) {
                commit.appends().forEach(append -> seen.put(append.commandId(), committed.events()));
            }
            return outcome;
        }
    }

    private static final class LeaseNotChecked extends ForwardingStore {
        private final Map<String, Lease> newest = new HashMap<>();

        LeaseNotChecked() {
            super(new MemoryEventStore());
        }

        @Override
        public synchronized Lease lease(String consumer, int partition) {
            newest.put(consumer, super.lease(consumer, partition));
            return newest.get(consumer);
        }

        @Override
        public synchronized CommitOutcome commit(Commit commit) {
            ConsumerMove move = commit.move();
            Lease lease = move == null ? null : newest.get(move.lease().consumer());
            return super.commit(
                    move == null || lease == null
                            ? commit
                            : new Commit(
                                    commit.appends(),
                                    commit.rows(),
                                    new ConsumerMove(lease, move.from(), move.to(), move.unchanged())));
        }
    }

    private static final class MoveNotChecked extends ForwardingStore {
        MoveNotChecked() {
            super(new MemoryEventStore());
        }

        @Override
        public synchronized CommitOutcome commit(Commit commit) {
            ConsumerMove move = commit.move();
            if (move == null) {
                return super.commit(commit);
            }
            long from = position(move.lease().consumer(), 0);
            return super.commit(new Commit(
                    commit.appends(),
                    commit.rows(),
                    new ConsumerMove(move.lease(), from, Math.max(from, move.to()), move.unchanged())));
        }
    }

    private static final class HalfCommit extends ForwardingStore {
        HalfCommit() {
            super(new MemoryEventStore());
        }

        @Override
        public CommitOutcome commit(Commit commit) {
            int last = commit.appends().size() - 1;
            for (int n = 0; n < last; n++) {
                CommitOutcome outcome = super.commit(Commit.of(commit.appends().get(n)));
                if (!(outcome instanceof Committed)) {
                    return outcome;
                }
            }
            return super.commit(
                    last < 1 ? commit : new Commit(List.of(commit.appends().get(last)), commit.rows(), commit.move()));
        }
    }

    private static final class RowsOutsideCommit extends ForwardingStore {
        RowsOutsideCommit() {
            super(new MemoryEventStore());
        }

        @Override
        public CommitOutcome commit(Commit commit) {
            if (commit.rows().isEmpty() || commit.appends().isEmpty()) {
                return super.commit(commit);
            }
            CommitOutcome outcome = super.commit(without(commit, true, false));
            meanwhile();
            if (outcome instanceof Committed) {
                super.commit(new Commit(List.of(), commit.rows(), null));
            }
            return outcome;
        }
    }

    private static final class RowsNotChecked extends ForwardingStore {
        RowsNotChecked() {
            super(new MemoryEventStore());
        }

        @Override
        public synchronized CommitOutcome commit(Commit commit) {
            return super.commit(new Commit(
                    commit.appends(), commit.rows().stream().map(this::asItIs).toList(), commit.move()));
        }

        private RowChange asItIs(RowChange change) {
            long version = row(change.key()).map(VersionedRow::version).orElse(0L);
            return change instanceof RowChange.Put put
                    ? new RowChange.Put(put.row(), version)
                    : new RowChange.Remove(change.key(), version);
        }
    }

    /** Knows how far its consumers came, and not in which steps. */
    private static final class JoinedMoves extends ForwardingStore {
        JoinedMoves() {
            super(new MemoryEventStore());
        }

        @Override
        public Stream<CommittedMove> moves(String consumer, int partition, long afterCommit) {
            List<CommittedMove> moves =
                    super.moves(consumer, partition, afterCommit).toList();
            if (moves.size() < 2) {
                return moves.stream();
            }
            CommittedMove first = moves.get(0);
            CommittedMove last = moves.get(moves.size() - 1);
            return Stream.of(new CommittedMove(
                    last.commit(), first.before(), last.head(), first.from(), last.to(), last.unchanged()));
        }
    }

    /** Looks, and then waits for the next signal, though it may have come in between. */
    private static final class LostWakeUp extends ForwardingStore {
        private final Object signal = new Object();

        LostWakeUp() {
            super(new MemoryEventStore());
        }

        @Override
        public CommitOutcome commit(Commit commit) {
            CommitOutcome outcome = super.commit(commit);
            synchronized (signal) {
                signal.notifyAll();
            }
            return outcome;
        }

        @Override
        public boolean await(int partition, long after, Duration most) throws InterruptedException {
            if (head(partition, View.DECIDED) > after) {
                return true;
            }
            meanwhile();
            waitForSignal(most);
            return head(partition, View.DECIDED) > after;
        }

        private void waitForSignal(Duration most) throws InterruptedException {
            synchronized (signal) {
                signal.wait(most.toMillis());
            }
        }
    }

    private static final class NormalizedIds extends ForwardingStore {
        NormalizedIds() {
            super(new MemoryEventStore());
        }

        @Override
        public CommitOutcome commit(Commit commit) {
            return super.commit(new Commit(
                    commit.appends().stream()
                            .map(append -> new StreamAppend(
                                    normalized(append.stream()), append.expected(), append.once(), append.events()))
                            .toList(),
                    commit.rows(),
                    commit.move()));
        }

        @Override
        public List<StoredEvent> readStream(StreamId stream, long fromVersion, int maxEvents, View view) {
            return super.readStream(normalized(stream), fromVersion, maxEvents, view);
        }

        private static StreamId normalized(StreamId stream) {
            return new StreamId(stream.aggregate(), Normalizer.normalize(stream.instanceId(), Normalizer.Form.NFC));
        }
    }

    private static class SnapshotsAhead extends ForwardingStore {
        final Map<Object, Snapshot> snapshots = new HashMap<>();

        SnapshotsAhead() {
            super(new MemoryEventStore());
        }

        @Override
        public Optional<Snapshot> snapshot(StreamId stream) {
            return Optional.ofNullable(snapshots.get(stream));
        }

        @Override
        public void keep(Snapshot snapshot) {
            snapshots.put(snapshot.stream(), snapshot);
        }
    }

    private static final class SnapshotsMixed extends SnapshotsAhead {
        @Override
        public Optional<Snapshot> snapshot(StreamId stream) {
            return Optional.ofNullable(snapshots.get(stream.instanceId()));
        }

        @Override
        public void keep(Snapshot snapshot) {
            snapshots.put(snapshot.stream().instanceId(), snapshot);
        }
    }

    private static final class FirstSnapshotCounts extends SnapshotsAhead {
        @Override
        public void keep(Snapshot snapshot) {
            snapshots.putIfAbsent(snapshot.stream(), snapshot);
        }
    }

    /** Keeps for the next opening only what somebody waited for. */
    private static final class Forgetful extends ForwardingStore {
        private final List<Commit> commits = new ArrayList<>();
        private int kept;

        Forgetful() {
            super(new MemoryEventStore());
        }

        @Override
        public synchronized CommitOutcome commit(Commit commit) {
            CommitOutcome outcome = super.commit(commit);
            if (outcome instanceof Committed) {
                commits.add(commit);
            }
            return outcome;
        }

        @Override
        public synchronized void awaitDurable(long commit) {
            super.awaitDurable(commit);
            kept = (int) Math.max(kept, commit);
        }

        EventStore opened() {
            MemoryEventStore opened = new MemoryEventStore();
            commits.subList(0, kept).forEach(opened::commit);
            return opened;
        }
    }
}
