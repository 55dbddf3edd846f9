package dev.eventfold.es.runtime.store.conformance;

import static dev.eventfold.es.runtime.store.conformance.Samples.ANY;
import static dev.eventfold.es.runtime.store.conformance.Samples.append;
import static dev.eventfold.es.runtime.store.conformance.Samples.key;
import static dev.eventfold.es.runtime.store.conformance.Samples.move;
import static dev.eventfold.es.runtime.store.conformance.Samples.once;
import static dev.eventfold.es.runtime.store.conformance.Samples.one;
import static dev.eventfold.es.runtime.store.conformance.Samples.put;
import static dev.eventfold.es.runtime.store.conformance.Samples.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.eventfold.es.runtime.StoreFailed;
import dev.eventfold.es.runtime.store.Commit;
import dev.eventfold.es.runtime.store.CommitOutcome.Committed;
import dev.eventfold.es.runtime.store.CommitOutcome.DuplicateCommand;
import dev.eventfold.es.runtime.store.CommitOutcome.VersionConflict;
import dev.eventfold.es.runtime.store.ExpectedVersion;
import dev.eventfold.es.runtime.store.Lease;
import dev.eventfold.es.runtime.store.StoredEvent;
import dev.eventfold.es.runtime.store.View;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What holds while many threads use the store at once. */
public interface ConcurrencyConformance extends StoreUnderTest {
    @Test
    default void one_of_many_racing_writers_wins() throws Exception {
        for (int writers : new int[] {2, 3, 4, 8, 16}) {
            for (int round = 0; round < 20; round++) {
                long version = store().version(stream("a"), View.DECIDED);
                var outcomes = Threads.run(
                        writers, n -> store().commit(Commit.of(append(stream("a"), ExpectedVersion.of(version), 1))));

                assertThat(outcomes).filteredOn(Committed.class::isInstance).hasSize(1);
                assertThat(outcomes)
                        .filteredOn(outcome -> outcome.equals(new VersionConflict(stream("a"), version + 1)))
                        .hasSize(writers - 1);
            }
        }
    }

    @Test
    default void one_of_many_equal_commands_counts() throws Exception {
        for (int round = 0; round < 50; round++) {
            String command = "c-" + round;
            var outcomes = Threads.run(8, n -> store().commit(once(stream("a"), command, 2)));

            List<StoredEvent> first = store().firstResult(stream("a"), command);
            assertThat(first).hasSize(2);
            assertThat(outcomes)
                    .filteredOn(outcome -> outcome.equals(new DuplicateCommand(first)))
                    .hasSize(7);
        }
        assertThat(store().version(stream("a"), View.DECIDED)).isEqualTo(100);
    }

    @Test
    default void one_of_many_racing_moves_counts() throws Exception {
        Lease lease = store().lease("fulfilment", 0);
        for (int round = 0; round < 50; round++) {
            long from = round;
            var outcomes = Threads.run(
                    4,
                    n -> store().commit(new Commit(
                            List.of(append(stream("a"), ANY, 1)), List.of(), move(lease, from, from + 1))));

            assertThat(outcomes).filteredOn(Committed.class::isInstance).hasSize(1);
        }
        assertThat(store().version(stream("a"), View.DECIDED)).isEqualTo(50);
    }

    @Test
    default void a_reader_skips_nothing_while_writers_write() throws Exception {
        int writers = 4;
        int each = 150;
        AtomicBoolean writing = new AtomicBoolean(true);
        Threads.Running<List<StoredEvent>> durable = Threads.start(() -> follow(View.DURABLE, writing));
        Threads.Running<List<StoredEvent>> decided = Threads.start(() -> follow(View.DECIDED, writing));

        Threads.run(writers, writer -> {
            for (int n = 0; n < each; n++) {
                Committed committed = decide(Commit.of(append(stream("s" + (writer + n) % 3), ANY, 1 + n % 3)));
                if (n % 4 == 0) {
                    store().awaitDurable(committed.commit());
                }
            }
            return writer;
        });
        store().awaitDurable(store().lastCommit());
        writing.set(false);

        assertThat(durable.get()).isEqualTo(log());
        assertThat(decided.get()).isEqualTo(log());
        assertThat(log()).hasSize(writers * each * 2);
    }

    private List<StoredEvent> follow(View view, AtomicBoolean writing) {
        List<StoredEvent> seen = new ArrayList<>();
        while (true) {
            boolean last = !writing.get();
            List<StoredEvent> more = store().read(0, seen.size(), 64, Long.MAX_VALUE, view);
            for (StoredEvent event : more) {
                assertThat(event.position()).isEqualTo(seen.size() + 1L);
                seen.add(event);
            }
            if (last && more.isEmpty()) {
                return seen;
            }
        }
    }

    @Test
    default void a_durable_read_shows_whole_commits_only() throws Exception {
        AtomicBoolean writing = new AtomicBoolean(true);
        Threads.Running<Integer> reader = Threads.start(() -> {
            int reads = 0;
            for (boolean last = false; !last; reads++) {
                last = !writing.get();
                long head = store().head(0, View.DURABLE);
                assertThat(head % 3).isZero();
                assertThat(store().version(stream("b"), View.DURABLE)).isGreaterThanOrEqualTo(head / 3);
            }
            return reads;
        });

        for (int n = 0; n < 200; n++) {
            commit(new Commit(List.of(append(stream("a"), ANY, 2), append(stream("b"), ANY, 1)), List.of(), null));
        }
        writing.set(false);

        assertThat(reader.get()).isPositive();
    }

    @Test
    default void position_row_and_events_of_a_commit_are_seen_together() throws Exception {
        Lease lease = store().lease("fulfilment", 0);
        AtomicBoolean writing = new AtomicBoolean(true);
        Threads.Running<Boolean> reader = Threads.start(() -> {
            while (writing.get()) {
                long events = store().head(0, View.DECIDED);
                long row = store().row(key("ord-1"))
                        .map(found -> Long.parseLong(String.valueOf(found.row().state())))
                        .orElse(0L);
                long position = store().position("fulfilment", 0);
                long eventsAfter = store().head(0, View.DECIDED);
                assertThat(row).isGreaterThanOrEqualTo(events);
                assertThat(position).isGreaterThanOrEqualTo(row);
                assertThat(eventsAfter).isGreaterThanOrEqualTo(position);
            }
            return true;
        });

        long version = 0;
        for (int n = 0; n < 500; n++) {
            version = decide(new Commit(
                            List.of(append(stream("a"), ANY, 1)),
                            List.of(put(key("ord-1"), version, String.valueOf(n + 1))),
                            move(lease, n, n + 1)))
                    .commit();
        }
        writing.set(false);

        assertThat(reader.get()).isTrue();
    }

    @Test
    default void waiting_for_events_never_misses_one() throws Exception {
        int rounds = 300;
        Threads.Running<Integer> reader = Threads.start(() -> {
            for (int n = 0; n < rounds; n++) {
                while (store().head(0, View.DECIDED) <= n) {
                    long began = System.nanoTime();
                    store().await(0, n, Duration.ofSeconds(6));
                    assertThat(System.nanoTime() - began).isLessThan(5_000_000_000L);
                }
                // The answer goes to a stream of its own, and the writer waits for it: each round begins with both
                // sides waiting.
                decide(one(stream("answers")));
                n++;
            }
            return rounds;
        });

        for (int n = 0; n < rounds; n += 2) {
            decide(one(stream("questions")));
            while (!store().await(0, n + 1, Duration.ofSeconds(1))) {
                assertThat(reader.isAlive()).isTrue();
            }
        }
        assertThat(reader.get()).isEqualTo(rounds);
    }

    @Test
    default void waiting_ends_after_its_time() throws Exception {
        commit(one(stream("a")));

        assertThat(store().await(0, 1, Duration.ZERO)).isFalse();
        assertThat(store().await(0, 1, Duration.ofMillis(5))).isFalse();
        assertThat(store().await(0, 0, Duration.ofSeconds(Long.MAX_VALUE))).isTrue();
    }

    @Test
    default void an_interrupted_writer_harms_nobody_else() throws Exception {
        AtomicBoolean writing = new AtomicBoolean(true);
        Threads.Running<Integer> interrupted = Threads.start(() -> {
            int unknown = 0;
            for (int n = 0; n < 300; n++) {
                Thread.currentThread().interrupt();
                try {
                    store().awaitDurable(decide(one(stream("interrupted"))).commit());
                } catch (StoreFailed e) {
                    unknown++;
                }
                assertThat(Thread.interrupted()).isTrue();
            }
            return unknown;
        });
        Threads.Running<Set<Long>> reader = Threads.start(() -> {
            Set<Long> versions = new HashSet<>();
            while (writing.get()) {
                versions.add(store().version(stream("interrupted"), View.DURABLE));
            }
            return versions;
        });

        Threads.run(4, writer -> {
            for (int n = 0; n < 200; n++) {
                commit(one(stream("calm")));
            }
            return writer;
        });
        int unknown = interrupted.get();
        writing.set(false);

        assertThat(unknown).isBetween(0, 300);
        assertThat(reader.get()).isNotEmpty();
        assertThat(store().version(stream("interrupted"), View.DECIDED)).isEqualTo(300);
        assertThat(store().readStream(stream("calm"), 1, 1000, View.DURABLE)).hasSize(800);
    }

    @Test
    default void an_interrupted_wait_for_events_says_so() {
        Thread.currentThread().interrupt();

        assertThatExceptionOfType(InterruptedException.class)
                .isThrownBy(() -> store().await(0, 0, Duration.ofSeconds(20)));
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    default void every_taking_of_a_lease_is_another_one() throws Exception {
        var leases = Threads.run(8, n -> store().lease("fulfilment", 0));

        assertThat(leases.stream().map(Lease::epoch).collect(Collectors.toSet()))
                .hasSize(8);
        Lease newest = store().lease("fulfilment", 0);
        assertThat(leases).allSatisfy(lease -> assertThat(lease.epoch()).isLessThan(newest.epoch()));
    }
}
