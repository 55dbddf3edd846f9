package dev.eventfold.es.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.eventfold.es.EsException;
import dev.eventfold.es.RecordedEvent;
import dev.eventfold.es.runtime.domain.Chain;
import dev.eventfold.es.runtime.domain.Chronicle;
import dev.eventfold.es.runtime.domain.Commands;
import dev.eventfold.es.runtime.domain.Recorder;
import dev.eventfold.es.runtime.domain.Relay;
import dev.eventfold.es.runtime.domain.SourceCommand;
import dev.eventfold.es.runtime.spi.ProcessManagerRunner;
import dev.eventfold.es.runtime.store.conformance.Threads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Callers who are interrupted, passes, loops that are started and closed, a projection that is asked, a subscriber that comes and goes, snapshots,
 * openings of the same directory, and the store that is closed in the middle, all at once and again. The timeout is the watchdog.
 */
@Timeout(120)
@Isolated("counts the threads and files that are left")
class EverythingAtOnceTest {
    private static final int CALLERS = 4;

    private final long seed = Effort.seed();

    /** By caller: the number of its next command, which it sends again when it was not told what came of it. */
    private final int[] next = new int[CALLERS];

    private final Recorder world = new Recorder();

    @TempDir
    private Path directory;

    @Test
    void nothing_is_lost_or_doubled_nobody_hangs_and_nothing_is_left_open() throws Exception {
        Random random = new Random(seed);
        AtomicInteger interrupts = new AtomicInteger();
        int rounds = 0;
        for (long ignored : Effort.seeds(8, Duration.ofSeconds(40))) {
            rounds++;
            oneRound(30 + random.nextInt(120), interrupts);
        }
        try (Scene scene = open()) {
            scene.run();
            for (int caller = 0; caller < CALLERS; caller++) {
                assertThat(scene.store().events("source", "s" + caller))
                        .extracting(RecordedEvent::eventId)
                        .as("seed " + seed)
                        .startsWith(ids(next[caller]))
                        .hasSizeBetween(next[caller], next[caller] + 1);
                assertThat(scene.done("k" + caller))
                        .hasSameSizeAs(scene.events("source", "s" + caller))
                        .doesNotHaveDuplicates();
            }
            assertThat(scene.letters("relay")).isEmpty();
            assertWitnessed(scene);
        }
        assertThat(threads()).isEmpty();
        assertThat(openFiles()).isEmpty();
        Figures.tried(
                "callers, interrupts, passes, loops, a projection, a subscriber, snapshots, other openings of the directory and closing, all at once",
                rounds + " rounds, " + IntStream.of(next).sum() + " commands, " + interrupts + " interrupts",
                "each effect once, nobody hangs, no thread and no file is left");
        System.out.println("seed " + seed);
    }

    private static String[] ids(int count) {
        return IntStream.range(0, count).mapToObj(n -> "c-" + n + ".0").toArray(String[]::new);
    }

    private Scene open() {
        return Scene.living(Storage.FILES, directory, Relay.class, Chain.class, Chronicle.class, Recorder.class);
    }

    /** What the projection shows is what the log says; the world was told of everything in order, and its answers came once. */
    private void assertWitnessed(Scene scene) {
        receive(scene.store());
        List<String> told;
        try (Stream<RecordedEvent> events = scene.store().events(0, 0)) {
            told = events.filter(event -> event.aggregate().equals("source"))
                    .map(event -> event.instanceId() + "@" + event.version())
                    .toList();
        }
        assertThat(new LinkedHashSet<>(world.received())).containsExactlyElementsOf(told);
        assertThat(scene.done(Recorder.MACHINE)).isEqualTo(told);
        for (int caller = 0; caller < CALLERS; caller++) {
            String key = "s" + caller;
            List<String> seen = IntStream.rangeClosed(
                            1, scene.events("source", key).size())
                    .mapToObj(version -> "source@" + version)
                    .toList();
            assertThat(scene.store().projection(Chronicle.class, key)).contains(new Chronicle(seen));
        }
    }

    private void receive(AggregateStore store) {
        try (Subscription subscription = store.subscribe(world)) {
            subscription.catchUp();
        }
    }

    /** Its subscription may end with the store, before it has caught up. */
    private void receiveForAWhile(AggregateStore store) {
        try {
            receive(store);
        } catch (StoreClosed e) {
            throw e;
        } catch (EsException e) {
            assertThat(e).hasMessageContaining("a subscription ended before it had caught up");
        }
    }

    private void oneRound(int commands, AtomicInteger interrupts) throws Exception {
        Scene scene = open();
        AggregateStore store = scene.store();
        AtomicInteger done = new AtomicInteger();
        AtomicBoolean closed = new AtomicBoolean();
        List<Threads.Running<Object>> all = new ArrayList<>();
        for (int n = 0; n < CALLERS; n++) {
            int caller = n;
            all.add(Threads.start(() -> call(store, caller, done)));
        }
        List<Threads.Running<Object>> callers = List.copyOf(all);
        all.add(Threads.start(() -> untilClosed(() -> ProcessManagerRunner.runAll(store))));
        all.add(Threads.start(() -> untilClosed(() -> ProcessManagerRunner.runAll(store))));
        all.add(Threads.start(
                () -> untilClosed(() -> ProcessManagerRunner.start(store).close())));
        all.add(Threads.start(() -> untilClosed(() -> store.projection(Chronicle.class, "s0"))));
        all.add(Threads.start(() -> untilClosed(() -> receiveForAWhile(store))));
        all.add(Threads.start(() -> openAgain(closed)));
        for (int n = 0; done.get() < commands; n++) {
            callers.get(n % CALLERS).thread().interrupt();
            interrupts.incrementAndGet();
            LockSupport.parkNanos(300_000);
        }
        store.close();
        closed.set(true);
        for (Threads.Running<Object> one : all) {
            one.get();
        }
    }

    private Object call(AggregateStore store, int caller, AtomicInteger done) {
        while (true) {
            try {
                int number = next[caller];
                store.execute(Commands.to("s" + caller, new SourceCommand.Begin("k" + caller, List.of("t" + number)))
                        .withCommandId("c-" + number));
                next[caller]++;
                done.incrementAndGet();
            } catch (StoreClosed e) {
                return this;
            } catch (StoreFailed e) {
                assertThat(e).hasMessageContaining("outcome is unknown");
                Thread.interrupted();
            }
        }
    }

    private Object untilClosed(Runnable work) {
        try {
            while (true) {
                work.run();
            }
        } catch (StoreClosed e) {
            return this;
        }
    }

    private Object openAgain(AtomicBoolean closed) {
        while (!closed.get()) {
            try {
                // Once the store is closed the directory may be had, and is given back.
                open().close();
            } catch (StoreLocked e) {
                Thread.onSpinWait();
            }
        }
        return this;
    }

    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("eventfold-"))
                .toList();
    }

    private List<String> openFiles() throws IOException {
        Path descriptors = Path.of("/proc/self/fd");
        if (!Files.isDirectory(descriptors)) {
            return List.of();
        }
        List<String> open = new ArrayList<>();
        try (Stream<Path> all = Files.list(descriptors)) {
            for (Path descriptor : all.toList()) {
                try {
                    open.add(Files.readSymbolicLink(descriptor).toString());
                } catch (IOException e) {
                    // Closed meanwhile: that of the listing itself.
                }
            }
        }
        return open.stream()
                .filter(file -> file.startsWith(directory.toString()))
                .toList();
    }

    @Test
    void an_interrupted_caller_keeps_its_interrupt_and_nobody_else_notices() throws Exception {
        try (Scene scene = open()) {
            Threads.Running<Boolean> interrupted = Threads.start(() -> {
                Thread.currentThread().interrupt();
                try {
                    scene.work("m", "a");
                } catch (StoreFailed e) {
                    assertThat(e).hasMessageContaining("outcome is unknown");
                }
                return Thread.currentThread().isInterrupted();
            });
            scene.work("n", "b");

            assertThat(interrupted.get()).isTrue();
            scene.work("n", "c");
            assertThat(scene.done("n")).containsExactly("b", "c");
        }
    }

    @Test
    void a_second_store_on_the_directory_is_refused_while_the_first_one_works() {
        try (Scene scene = open()) {
            scene.work("m", "a");
            assertThatExceptionOfType(StoreLocked.class).isThrownBy(this::open);
            scene.work("m", "b");
        }
        try (Scene scene = open()) {
            assertThat(scene.done("m")).containsExactly("a", "b");
        }
    }
}
