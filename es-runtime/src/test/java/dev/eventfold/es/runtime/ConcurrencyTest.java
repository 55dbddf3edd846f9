package dev.eventfold.es.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventfold.es.RecordedEvent;
import dev.eventfold.es.runtime.domain.Chain;
import dev.eventfold.es.runtime.domain.Chronicle;
import dev.eventfold.es.runtime.domain.Commands;
import dev.eventfold.es.runtime.domain.Recorder;
import dev.eventfold.es.runtime.domain.Relay;
import dev.eventfold.es.runtime.domain.Single;
import dev.eventfold.es.runtime.domain.SourceCommand;
import dev.eventfold.es.runtime.domain.Work;
import dev.eventfold.es.runtime.spi.ProcessManagerRunner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** Callers, passes and live loops at once. */
@OnEachStorage
@Timeout(120)
class ConcurrencyTest {
    @Parameter
    Storage storage;

    @TempDir
    Path directory;

    private final List<FutureTask<?>> tasks = new ArrayList<>();
    private Scene scene;

    @AfterEach
    void close() {
        scene.close();
    }

    private void open(Class<?>... processManagers) {
        scene = Scene.living(storage, directory, processManagers);
    }

    private void together(int threads, Callable<?> action) {
        for (int i = 0; i < threads; i++) {
            FutureTask<?> task = new FutureTask<>(action);
            tasks.add(task);
            Thread thread = new Thread(task, "together");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void join() throws InterruptedException, ExecutionException {
        for (FutureTask<?> task : tasks) {
            task.get();
        }
    }

    @Test
    @DisplayName("S-22 W-10 many callers of one instance: each command is decided on the one before")
    void many_callers_of_one_instance() throws Exception {
        open();
        together(16, () -> {
            for (int i = 0; i < 100; i++) {
                scene.work("m", "version");
            }
            return null;
        });
        join();

        assertThat(scene.done("m"))
                .isEqualTo(
                        IntStream.range(0, 1_600).mapToObj(i -> "version " + i).toList());
    }

    @Test
    void of_many_callers_with_the_same_command_id_one_writes() throws Exception {
        open();
        AtomicInteger first = new AtomicInteger();
        together(16, () -> {
            for (int i = 0; i < 50; i++) {
                CommandResult result =
                        scene.execute(Commands.to("m", new Work("w" + i)).withCommandId("id-" + i));
                first.addAndGet(result.duplicate() ? 0 : 1);
                assertThat(result.events()).extracting(RecordedEvent::eventId).containsExactly("id-" + i + ".0");
            }
            return null;
        });
        join();

        assertThat(first).hasValue(50);
        assertThat(scene.done("m")).hasSize(50).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("W-02 passes, loops and callers at once: every command has its effect once, and is counted once")
    void passes_loops_and_callers_at_once() throws Exception {
        open(Relay.class, Single.class, Chain.class, Chronicle.class, Recorder.class);
        Recorder world = new Recorder();
        Subscription subscription = scene.store().subscribe(world);
        AtomicInteger number = new AtomicInteger();
        AtomicBoolean calling = new AtomicBoolean(true);
        together(4, () -> {
            for (int i = 0; i < 150; i++) {
                int n = number.getAndIncrement();
                scene.execute(Commands.to("s" + n % 7, new SourceCommand.Begin("k" + n % 11, List.of("t" + n))));
            }
            return null;
        });
        List<FutureTask<?>> callers = List.copyOf(tasks);
        together(3, () -> {
            while (calling.get()) {
                scene.run();
            }
            return null;
        });
        together(1, () -> {
            while (calling.get()) {
                try (RunningProcessManagers running = ProcessManagerRunner.start(scene.store())) {
                    scene.run();
                    assertThat(running).isNotNull();
                }
            }
            return null;
        });
        together(1, () -> {
            while (calling.get()) {
                scene.store().projection(Chronicle.class, "s0");
            }
            return null;
        });
        for (FutureTask<?> caller : callers) {
            caller.get();
        }
        calling.set(false);
        join();
        scene.run();

        List<String> relayed = new ArrayList<>();
        for (int k = 0; k < 11; k++) {
            relayed.addAll(scene.done("k" + k));
        }
        assertThat(relayed).hasSize(600).doesNotHaveDuplicates();
        List<String> single = new ArrayList<>();
        for (int s = 0; s < 7; s++) {
            single.addAll(scene.done("s" + s));
        }
        assertThat(single).hasSize(600).doesNotHaveDuplicates();
        assertThat(scene.state("single", "")).isEqualTo("{\"seen\":600}");
        assertThat(scene.letters("relay")).isEmpty();
        subscription.catchUp();
        assertThat(world.received()).hasSize(600).doesNotHaveDuplicates().isEqualTo(scene.done(Recorder.MACHINE));
        assertThat(scene.store().projection(Chronicle.class, "s0").orElseThrow().seen())
                .filteredOn(seen -> seen.startsWith("source@"))
                .hasSameSizeAs(scene.events("source", "s0"));
    }

    @Test
    void the_reports_of_passes_one_after_another_add_up_whoever_did_the_work() throws Exception {
        open(Chain.class);
        long dispatched = 0;
        for (int i = 0; i < 30; i++) {
            scene.work("m" + i, "down 5");
            String[] names = i % 2 == 0 ? new String[] {"chain"} : new String[0];
            try (RunningProcessManagers running = ProcessManagerRunner.start(scene.store(), names)) {
                assertThat(running).isNotNull();
                dispatched += scene.run().dispatched();
            }
            assertThat(scene.done("m" + i)).hasSize(6);
        }
        assertThat(dispatched).isLessThanOrEqualTo(150);
    }

    @Test
    @DisplayName("64 callers beside a process manager that writes to the same thousand targets")
    void callers_beside_a_process_manager_that_writes_to_the_same_targets() throws Exception {
        open(Relay.class);
        for (int i = 0; i < 1_000; i++) {
            scene.begin("t" + i);
        }
        AtomicBoolean calling = new AtomicBoolean(true);
        AtomicInteger calls = new AtomicInteger();
        AtomicInteger slowest = new AtomicInteger();
        try (RunningProcessManagers running = ProcessManagerRunner.start(scene.store())) {
            together(64, () -> {
                while (calling.get()) {
                    long began = System.nanoTime();
                    int n = calls.getAndIncrement();
                    scene.execute(
                            n % 2 == 0
                                    ? Commands.to("t" + n % 1_000, new Work("call"))
                                    : Commands.to(
                                            "s" + n % 10, new SourceCommand.Go("t" + n % 1_000, List.of("relayed"))));
                    slowest.accumulateAndGet((int) ((System.nanoTime() - began) / 1_000_000), Math::max);
                    if (n > 20_000) {
                        calling.set(false);
                    }
                }
                return null;
            });
            join();
            scene.run();
            assertThat(running).isNotNull();
        }

        int relayed = 0;
        int called = 0;
        for (int i = 0; i < 1_000; i++) {
            List<String> done = scene.done("t" + i);
            relayed += (int) done.stream().filter("relayed"::equals).count();
            called += (int) done.stream().filter("call"::equals).count();
        }
        assertThat(relayed + called).isEqualTo(calls.get());
        assertThat(relayed).isEqualTo(calls.get() / 2);
        assertThat(scene.letters("relay")).isEmpty();
        System.out.println("slowest call beside a process manager on " + storage + ": " + slowest + " ms");
        Figures.tried(
                "64 callers beside a process manager that writes to the same thousand targets, "
                        + (storage == Storage.MEMORY ? "in memory" : "on files"),
                calls + " calls",
                "no error, each effect once, no call waits for seconds");
        assertThat(slowest.get()).as("slowest call in ms").isLessThan(5_000);
    }

    @Test
    void closing_in_the_middle_loses_nothing_and_doubles_nothing() throws Exception {
        open(Chain.class, Relay.class);
        int accepted = 0;
        for (int round = 0; round < 10; round++) {
            AtomicInteger inRound = new AtomicInteger();
            tasks.clear();
            AggregateStore store = scene.store();
            int number = round;
            ProcessManagerRunner.start(store);
            together(4, () -> {
                try {
                    for (int i = 0; ; i++) {
                        store.execute(Commands.to("s", new SourceCommand.Begin("k" + number, List.of("t"))));
                        inRound.incrementAndGet();
                    }
                } catch (StoreClosed e) {
                    return null;
                }
            });
            together(1, () -> {
                try {
                    while (true) {
                        ProcessManagerRunner.runAll(store);
                    }
                } catch (StoreClosed e) {
                    return null;
                }
            });
            while (inRound.get() < 50) {
                Thread.onSpinWait();
            }
            scene.reopen(Chain.class, Relay.class);
            join();
            scene.run();
            accepted = inRound.get();
            assertThat(scene.done("k" + number).size()).isBetween(accepted, accepted + 4);
        }
        long begun = scene.events("source", "s").size();
        long done = IntStream.range(0, 10)
                .mapToLong(i -> scene.done("k" + i).size())
                .sum();
        assertThat(done).isEqualTo(begun);
    }
}
