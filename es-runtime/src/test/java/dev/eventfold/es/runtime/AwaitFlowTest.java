package dev.eventfold.es.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.runtime.domain.Chain;
import dev.eventfold.es.runtime.domain.Commands;
import dev.eventfold.es.runtime.domain.Hearing;
import dev.eventfold.es.runtime.domain.Meddling;
import dev.eventfold.es.runtime.domain.Relay;
import dev.eventfold.es.runtime.domain.Single;
import dev.eventfold.es.runtime.domain.SourceCommand;
import dev.eventfold.es.runtime.domain.Stopping;
import dev.eventfold.es.runtime.domain.Work;
import dev.eventfold.es.runtime.spi.ProcessManagerRunner;
import dev.eventfold.es.runtime.store.Commit;
import dev.eventfold.es.runtime.store.CommitOutcome;
import dev.eventfold.es.runtime.store.EventStore;
import dev.eventfold.es.runtime.store.RowKey;
import dev.eventfold.es.runtime.store.VersionedRow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Waiting for what one command led to. */
@Timeout(60)
class AwaitFlowTest {
    private static final Duration LONG = Duration.ofSeconds(50);
    private static final Duration SHORT = Duration.ofMillis(30);

    private Broken log;
    private Scene scene;
    private RunningProcessManagers running;

    /** Rows of one process manager cannot be read while it says so, and commits of process managers are not taken. */
    private static final class Broken extends PassingLog {
        private volatile String unreadable = "";
        private volatile boolean full;
        private volatile CountDownLatch durable = new CountDownLatch(0);

        Broken(EventStore log) {
            super(log);
        }

        @Override
        public Optional<VersionedRow> row(RowKey key) {
            if (key.processManager().equals(unreadable)) {
                throw new StoreFailed("the network is gone", null);
            }
            return super.row(key);
        }

        @Override
        public CommitOutcome commit(Commit commit) {
            if (full && commit.move() != null) {
                throw new StoreFailed("no space left", null);
            }
            return super.commit(commit);
        }

        @Override
        public void awaitDurable(long commit) {
            try {
                durable.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StoreFailed("interrupted", e);
            }
            super.awaitDurable(commit);
        }
    }

    private void start(Class<?>... processManagers) {
        scene = Scene.around(around -> log = new Broken(around), processManagers);
        running = ProcessManagerRunner.start(scene.store());
    }

    @AfterEach
    void close() {
        log.unreadable = "";
        log.full = false;
        log.durable.countDown();
        scene.close();
    }

    private CommandResult begin(String key, String... tasks) {
        return scene.execute(Commands.to(Scene.SOURCE, new SourceCommand.Begin(key, List.of(tasks))));
    }

    @Test
    void it_returns_when_what_the_command_led_to_has_led_to_nothing_more() {
        start(Chain.class, Relay.class);

        assertThat(running.awaitFlow(begin("k", "down 20", "down 3"), LONG)).isTrue();

        assertThat(scene.done("k")).hasSize(25).endsWith("down 0");
    }

    @Test
    void a_command_that_nobody_reacts_to_has_led_to_everything_at_once() {
        start(Relay.class);

        assertThat(running.awaitFlow(scene.work("m", "a"), Duration.ZERO)).isTrue();
        assertThat(running.awaitFlow(scene.work("m", "nothing"), Duration.ZERO)).isTrue();
    }

    @Test
    void it_waits_for_no_other_flow_and_for_nobody_whom_the_flow_does_not_concern() {
        start(Chain.class, Relay.class);
        log.unreadable = "relay";
        CommandResult stuck = begin("k", "a");
        CommandResult other = scene.work("m", "down 5");

        assertThat(running.awaitFlow(other, LONG)).isTrue();
        assertThat(scene.done("m")).hasSize(6);
        assertThat(running.awaitFlow(stuck, SHORT)).isFalse();

        log.unreadable = "";
        assertThat(running.awaitFlow(stuck, LONG)).isTrue();
        assertThat(scene.done("k")).containsExactly("a");
    }

    @Test
    void a_flow_is_everything_that_bears_its_correlation_id() {
        start(Chain.class, Relay.class);
        log.unreadable = "relay";
        CommandEnvelope first = Commands.to(Scene.SOURCE, new SourceCommand.Begin("k", List.of("a")));
        scene.execute(first.withCorrelationId("checkout-7"));

        CommandResult second = scene.execute(Commands.to("m", new Work("b")).withCorrelationId("checkout-7"));

        assertThat(running.awaitFlow(second, SHORT)).isFalse();
        log.unreadable = "";
        assertThat(running.awaitFlow(second, LONG)).isTrue();
        assertThat(scene.done("k")).containsExactly("a");
    }

    @Test
    void rejections_that_are_heard_of_belong_to_the_flow() {
        start(Hearing.class);

        assertThat(running.awaitFlow(begin("k", "reject |again", "reject |reject |a"), LONG))
                .isTrue();

        assertThat(scene.done("k")).containsExactly("again", "a");
        assertThat(scene.state("hearing", "k")).contains("Broken");
    }

    @Test
    void what_waits_behind_a_failure_does_not_count() {
        start(Relay.class);

        assertThat(running.awaitFlow(begin("k", "reject", "parked"), LONG)).isTrue();

        assertThat(scene.letters("relay")).hasSize(1);
        assertThat(scene.done("k")).isEmpty();
    }

    @Test
    void what_one_that_has_stopped_has_not_read_is_left_to_react_to() {
        start(Stopping.class);
        assertThat(running.awaitFlow(begin("k", "reject"), LONG)).isTrue();

        assertThat(running.awaitFlow(begin("j", "a"), SHORT)).isFalse();
    }

    @Test
    void what_was_done_is_durable_when_it_returns() throws Exception {
        start(Relay.class);
        CommandResult result = begin("k", "a");
        assertThat(running.awaitFlow(result, LONG)).isTrue();
        log.durable = new CountDownLatch(1);
        FutureTask<Boolean> waiting = new FutureTask<>(() -> running.awaitFlow(result, LONG));
        Thread thread = new Thread(waiting);

        thread.start();
        while (thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }

        assertThat(waiting.isDone()).isFalse();
        log.durable.countDown();
        assertThat(waiting.get()).isTrue();
    }

    @Test
    void after_close_it_says_what_is_left_and_waits_for_nothing() {
        start(Relay.class);
        CommandResult before = begin("k", "a");
        assertThat(running.awaitFlow(before, LONG)).isTrue();
        running.close();

        CommandResult after = begin("j", "b");

        assertThat(running.awaitFlow(before, LONG)).isTrue();
        assertThat(running.awaitFlow(after, LONG)).isFalse();
        scene.run();
        assertThat(running.awaitFlow(after, LONG)).isTrue();
    }

    @Test
    void when_a_write_has_failed_it_says_why() {
        start(Relay.class);
        log.full = true;
        CommandResult result = begin("k", "a");

        assertThatThrownBy(() -> running.awaitFlow(result, LONG))
                .isInstanceOf(StoreFailed.class)
                .hasMessageContainingAll("process managers have stopped", "no space left");
    }

    @Test
    void an_interrupted_caller_hears_of_it_and_stays_interrupted() {
        start(Relay.class);
        log.unreadable = "relay";
        CommandResult result = begin("k", "a");
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> running.awaitFlow(result, LONG)).hasMessageContaining("interrupted");

        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void from_inside_a_reaction_it_is_an_error_and_no_deadlock() {
        start(Meddling.class);
        CommandResult[] first = new CommandResult[1];
        Meddling.action = () -> running.awaitFlow(first[0], LONG);
        try {
            first[0] = scene.work("m", "a");
            assertThat(running.awaitFlow(first[0], LONG)).isTrue();
        } finally {
            Meddling.action = () -> {};
        }

        assertThat(scene.letters("meddling"))
                .singleElement()
                .satisfies(letter -> assertThat(letter.error()).contains("awaitFlow was called from inside"));
    }

    @Test
    void it_never_returns_too_early_whatever_else_is_going_on() throws Exception {
        long seed = Effort.seed();
        System.out.println("flows awaited: seed=" + seed);
        start(Chain.class, Relay.class, Single.class);
        List<FutureTask<Void>> callers = new ArrayList<>();
        for (int caller = 0; caller < 4; caller++) {
            Random random = new Random(seed + caller);
            String name = "c" + caller + "-";
            callers.add(new FutureTask<>(() -> {
                for (long i : Effort.steps(150, Duration.ofSeconds(20))) {
                    int links = random.nextInt(12);
                    CommandResult result = begin(name + i, "down " + links, "down " + links);
                    assertThat(running.awaitFlow(result, LONG)).isTrue();
                    assertThat(scene.done(name + i)).hasSize(2 * links + 2);
                }
                return null;
            }));
        }
        callers.forEach(caller -> new Thread(caller).start());
        for (FutureTask<Void> caller : callers) {
            caller.get();
        }
    }
}
