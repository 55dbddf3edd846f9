package dev.eventfold.es.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eventfold.es.EsException;
import dev.eventfold.es.runtime.domain.Chain;
import dev.eventfold.es.runtime.domain.Relay;
import dev.eventfold.es.runtime.domain.Single;
import dev.eventfold.es.runtime.domain.Stopping;
import dev.eventfold.es.runtime.spi.ProcessManagerRunner;
import dev.eventfold.es.runtime.store.Commit;
import dev.eventfold.es.runtime.store.CommitOutcome;
import dev.eventfold.es.runtime.store.Json;
import dev.eventfold.es.runtime.store.Row;
import dev.eventfold.es.runtime.store.Row.Blocked;
import dev.eventfold.es.runtime.store.RowChange;
import dev.eventfold.es.runtime.store.RowKey;
import dev.eventfold.es.runtime.store.StoredEvent;
import dev.eventfold.es.runtime.store.VersionedRow;
import dev.eventfold.es.runtime.store.View;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** Process managers that run by themselves, and passes of some of them. */
@OnEachStorage
@Timeout(60)
class LiveTest {
    @Parameter
    Storage storage;

    @TempDir
    Path directory;

    private Scene scene;

    @AfterEach
    void close() {
        scene.close();
    }

    private void open(Class<?>... processManagers) {
        scene = Scene.open(storage, directory, processManagers);
    }

    /** Waits for the log to have an event at a position. */
    private void awaitEvent(long position) {
        try {
            while (!scene.log().await(0, position - 1, Duration.ofSeconds(30))) {
                assertThat(scene.log().head(0, View.DECIDED)).isGreaterThanOrEqualTo(position);
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    @DisplayName("2c: nobody has to call anything for process managers to react")
    void they_react_as_soon_as_something_is_written() {
        open(Chain.class);
        try (RunningProcessManagers running = ProcessManagerRunner.start(scene.store())) {
            scene.work("m", "down 3");
            awaitEvent(5);
            scene.work("m", "down 1");
            awaitEvent(7);
            assertThat(running).isNotNull();
        }

        assertThat(scene.done("m")).containsExactly("down 3", "down 2", "down 1", "down 0", "down 1", "down 0");
    }

    @Test
    void after_close_nothing_moves_and_nothing_is_lost() {
        open(Relay.class);
        RunningProcessManagers running = ProcessManagerRunner.start(scene.store());
        scene.begin("k", "a");
        scene.run();
        running.close();
        running.close();

        scene.go("k", "b");

        assertThat(scene.done("k")).containsExactly("a");
        assertThat(scene.run().dispatched()).isEqualTo(1);
        assertThat(scene.done("k")).containsExactly("a", "b");
    }

    @Test
    void some_can_be_started_alone() {
        open(Relay.class, Single.class);
        try (RunningProcessManagers running = ProcessManagerRunner.start(scene.store(), "single")) {
            scene.begin("k", "a");
            awaitEvent(4);
            assertThat(running).isNotNull();
        }

        assertThat(scene.done(Scene.SOURCE)).containsExactly("a");
        assertThat(scene.done("k")).isEmpty();
    }

    @Test
    void some_can_be_run_alone() {
        open(Relay.class, Single.class);
        scene.begin("k", "a");

        ProcessManagerReport report = ProcessManagerRunner.run(scene.store(), "relay");

        assertThat(report.byName()).containsOnlyKeys("relay");
        assertThat(scene.done("k")).containsExactly("a");
        assertThat(scene.done(Scene.SOURCE)).isEmpty();
        assertThat(ProcessManagerRunner.run(scene.store()).byName()).isEmpty();
    }

    @Test
    void an_unknown_name_is_an_error_that_names_the_known_ones() {
        open(Relay.class, Single.class);

        assertThatThrownBy(() -> ProcessManagerRunner.run(scene.store(), "relay", "rely"))
                .isInstanceOf(EsException.class)
                .hasMessageContainingAll("processManager=rely", "did you mean: relay");
        assertThatThrownBy(() -> ProcessManagerRunner.start(scene.store(), "other"))
                .hasMessageContaining("known: [relay, single]");
    }

    @Test
    void a_pass_waits_for_the_live_loops_and_reports_what_they_did() {
        open(Chain.class, Relay.class);
        try (RunningProcessManagers running = ProcessManagerRunner.start(scene.store())) {
            for (int i = 0; i < 20; i++) {
                scene.begin("k" + i, "down 9");
                scene.run();
                assertThat(scene.done("k" + i)).hasSize(10).endsWith("down 0");
            }
            assertThat(running).isNotNull();
        }
    }

    @Test
    void a_pass_goes_on_by_itself_when_the_loop_it_waits_for_is_closed() {
        open(Chain.class);
        for (int i = 0; i < 20; i++) {
            RunningProcessManagers running = ProcessManagerRunner.start(scene.store());
            scene.work("m" + i, "down 200");
            Thread closer = new Thread(running::close);
            closer.start();

            scene.run();

            assertThat(scene.done("m" + i)).hasSize(201);
        }
    }

    @Test
    void closing_the_store_stops_the_loops() {
        open(Relay.class);
        ProcessManagerRunner.start(scene.store());
        ProcessManagerRunner.start(scene.store());
        scene.begin("k", "a");

        scene.reopen(Relay.class);

        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().equals("eventfold-process-managers"));
        scene.run();
        assertThat(scene.done("k")).containsExactly("a");
    }

    @Test
    void a_closed_store_says_so() {
        open(Relay.class);
        AggregateStore closed = scene.store();
        scene.reopen(Relay.class);

        assertThatThrownBy(() -> ProcessManagerRunner.runAll(closed)).isInstanceOf(StoreClosed.class);
        assertThatThrownBy(() -> ProcessManagerRunner.start(closed)).isInstanceOf(StoreClosed.class);
        closed.close();
    }

    @Test
    void a_stopped_process_manager_does_not_hold_up_a_pass_or_a_loop() {
        open(Stopping.class, Relay.class);
        try (RunningProcessManagers running = ProcessManagerRunner.start(scene.store())) {
            scene.begin("k", "reject").begin("j", "a");
            scene.run();
            scene.begin("i", "b");
            scene.run();
            assertThat(running).isNotNull();
        }

        assertThat(scene.done("j")).containsExactly("a");
        assertThat(scene.done("i")).containsExactly("b");
        assertThat(scene.letters("stopping")).hasSize(1);
    }

    @Test
    void a_failed_read_is_tried_again() {
        AtomicInteger failures = new AtomicInteger();
        scene = Scene.around(
                log -> new PassingLog(log) {
                    @Override
                    public List<StoredEvent> read(int partition, long after, int maxEvents, long maxBytes, View view) {
                        if (failures.getAndDecrement() > 0) {
                            throw new StoreFailed("the network is gone", null);
                        }
                        return super.read(partition, after, maxEvents, maxBytes, view);
                    }
                },
                Relay.class);
        failures.set(3);
        try (RunningProcessManagers running = ProcessManagerRunner.start(scene.store())) {
            scene.begin("k", "a");
            awaitEvent(3);
            assertThat(running).isNotNull();
        }

        assertThat(scene.done("k")).containsExactly("a");
    }

    @Test
    void a_failed_look_at_what_is_due_is_tried_again() {
        AtomicInteger failures = new AtomicInteger();
        scene = Scene.around(
                log -> new PassingLog(log) {
                    @Override
                    public List<VersionedRow> due(String name, int generation, Instant until, int most) {
                        if (until.equals(Instant.MAX) && failures.getAndDecrement() > 0) {
                            throw new StoreFailed("the network is gone", null);
                        }
                        return super.due(name, generation, until, most);
                    }
                },
                Relay.class);
        failures.set(3);
        try (RunningProcessManagers running = ProcessManagerRunner.start(scene.store())) {
            while (failures.get() > 0) {
                Thread.onSpinWait();
            }
            scene.begin("k", "a");
            awaitEvent(3);
            assertThat(running).isNotNull();
        }

        assertThat(scene.done("k")).containsExactly("a");
    }

    @Test
    void one_that_cannot_read_is_left_alone_longer_each_time_however_busy_the_others_are() {
        AtomicInteger tries = new AtomicInteger();
        boolean[] broken = {true};
        scene = Scene.around(
                log -> new PassingLog(log) {
                    @Override
                    public Optional<VersionedRow> row(RowKey key) {
                        if (broken[0] && key.processManager().equals("relay")) {
                            tries.incrementAndGet();
                            throw new StoreFailed("the network is gone", null);
                        }
                        return super.row(key);
                    }
                },
                Relay.class,
                Chain.class);
        long began = System.nanoTime();
        try (RunningProcessManagers running = ProcessManagerRunner.start(scene.store())) {
            scene.begin("k", "a");
            for (int i = 0; i < 20; i++) {
                assertThat(running.awaitFlow(scene.work("m" + i, "down 100"), Duration.ofSeconds(50)))
                        .isTrue();
            }
            double tenths = (System.nanoTime() - began) / 1e7;
            assertThat(tries.get()).isBetween(1, 2 + (int) (Math.log(tenths + 1) / Math.log(2)));
            assertThat(scene.store().status())
                    .anySatisfy(status -> assertThat(status.error().orElse("")).contains("the network is gone"));
            broken[0] = false;
        }
        scene.run();
        assertThat(scene.done("k")).containsExactly("a");
    }

    @Test
    @DisplayName("2c: a graceful stop finishes the commit in hand, and no more")
    void stopping_finishes_the_commit_in_hand_and_no_more() throws Exception {
        CountDownLatch inHand = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicInteger commits = new AtomicInteger();
        scene = Scene.around(
                log -> new PassingLog(log) {
                    @Override
                    public CommitOutcome commit(Commit commit) {
                        if (commit.move() != null && commits.incrementAndGet() == 2) {
                            inHand.countDown();
                            awaitUninterruptibly(goOn);
                        }
                        return super.commit(commit);
                    }
                },
                Chain.class);
        RunningProcessManagers running = ProcessManagerRunner.start(scene.store());
        scene.work("m", "down 9");
        inHand.await();
        Thread closer = new Thread(running::close);

        closer.start();
        while (closer.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        goOn.countDown();
        closer.join();

        assertThat(commits.get()).isEqualTo(2);
        assertThat(scene.done("m")).containsExactly("down 9", "down 8", "down 7");
        assertThat(scene.run().dispatched()).isEqualTo(7);
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError("a write was interrupted", e);
        }
    }

    @Test
    void nobody_looks_while_nothing_is_written() {
        AtomicInteger looks = new AtomicInteger();
        scene = Scene.around(
                log -> new PassingLog(log) {
                    @Override
                    public boolean await(int partition, long after, Duration most) throws InterruptedException {
                        looks.incrementAndGet();
                        assertThat(most).isGreaterThanOrEqualTo(Duration.ofHours(1));
                        return log.await(partition, after, most);
                    }
                },
                Chain.class);
        try (RunningProcessManagers running = ProcessManagerRunner.start(scene.store())) {
            assertThat(running.awaitFlow(scene.work("m", "down 3"), Duration.ofSeconds(50)))
                    .isTrue();
        }

        assertThat(looks.get()).isLessThanOrEqualTo(6);
    }

    @Test
    void a_failed_write_stops_the_loop_with_nothing_moved() {
        CountDownLatch refused = new CountDownLatch(1);
        boolean[] broken = new boolean[1];
        scene = Scene.around(
                log -> new PassingLog(log) {
                    @Override
                    public CommitOutcome commit(Commit commit) {
                        if (broken[0] && commit.move() != null) {
                            refused.countDown();
                            throw new StoreFailed("takes no commits until it is opened again", null);
                        }
                        return super.commit(commit);
                    }
                },
                Relay.class);
        broken[0] = true;
        RunningProcessManagers running = ProcessManagerRunner.start(scene.store());
        scene.begin("k", "a");

        assertThatThrownBy(() -> {
                    refused.await();
                    scene.run();
                })
                .isInstanceOf(StoreFailed.class)
                .hasMessageContaining("opened again");
        running.close();
        broken[0] = false;

        assertThat(scene.run().dispatched()).isEqualTo(1);
    }

    @Test
    void a_row_that_cannot_be_read_stops_only_its_own_process_manager() {
        open(Relay.class, Single.class);
        scene.begin("k", "a").run();
        RowKey key = new RowKey("relay", 1, "k");
        long version = scene.log().row(key).orElseThrow().version();
        Row unreadable = new Row(key, 1, Blocked.NO, Json.of("{\"gone\":1}"));
        scene.log().commit(new Commit(List.of(), List.of(new RowChange.Put(unreadable, version)), null));
        try (RunningProcessManagers running = ProcessManagerRunner.start(scene.store())) {
            scene.go("k", "b");
            assertThatThrownBy(() -> scene.run()).hasMessageContaining("processManager=relay");
            scene.go("k", "c");
            assertThatThrownBy(() -> scene.run()).hasMessageContaining("processManager=relay");
            assertThat(running).isNotNull();
        }

        assertThat(scene.state("single", "")).isEqualTo("{\"seen\":3}");
    }

    @Test
    void an_interrupted_caller_hears_of_it_and_harms_nobody() throws Exception {
        open(Relay.class);
        try (RunningProcessManagers running = ProcessManagerRunner.start(scene.store())) {
            scene.begin("k", "a");
            Thread.currentThread().interrupt();
            try {
                scene.run();
            } catch (StoreFailed e) {
                assertThat(e).hasMessageContaining("interrupted");
            }
            assertThat(Thread.interrupted()).isTrue();

            scene.go("k", "b");
            scene.run();
            assertThat(running).isNotNull();
        }
        assertThat(scene.done("k")).containsExactly("a", "b");
    }

    @Test
    void a_caller_who_writes_after_every_commit_does_not_prolong_a_pass() {
        AtomicInteger calls = new AtomicInteger();
        scene = Scene.around(
                log -> new PassingLog(log) {
                    @Override
                    public CommitOutcome commit(Commit commit) {
                        CommitOutcome outcome = super.commit(commit);
                        if (commit.move() != null && calls.incrementAndGet() < 1_000) {
                            scene.work("caller" + calls, "down 1");
                        }
                        return outcome;
                    }
                },
                Chain.class);
        scene.work("m", "down 3");

        ProcessManagerReport report = scene.run();

        assertThat(scene.done("m")).hasSize(4);
        assertThat(calls.get()).isLessThan(10);
        assertThat(report.dispatched()).isBetween(3L, 6L);
    }
}
