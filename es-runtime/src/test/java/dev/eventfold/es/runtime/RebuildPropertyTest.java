package dev.eventfold.es.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventfold.es.runtime.domain.Alone;
import dev.eventfold.es.runtime.domain.Continuing;
import dev.eventfold.es.runtime.domain.Everything;
import dev.eventfold.es.runtime.spi.ProcessManagerRunner;
import dev.eventfold.es.runtime.store.Row;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** Random histories in which everything happens: what a rebuild derives is what is there, nothing is sent, and a shadow replay sees no difference. */
@OnEachStorage
class RebuildPropertyTest {
    private static final Class<?>[] MANAGERS = {Everything.class, Alone.class, Continuing.class};
    private static final int STEPS = 80;
    private static final Duration LIVE = Duration.ofSeconds(15);

    private static final String[] WHAT_MAY_HAPPEN = {
        "CommandFailed",
        "CommandParked",
        "CommandRejected",
        "EventFailed",
        "EventParked",
        "Evicted",
        "FailedAgain",
        "Released",
        "Retried",
        "TimeoutFired"
    };

    @Parameter
    Storage storage;

    @TempDir
    Path directory;

    private final SetClock clock = new SetClock();

    @Test
    @DisplayName(
            "S-08 W-15 after failures, timers, retries and evictions the state after a rebuild is the live state, no command was sent, and a shadow replay finds no difference")
    void the_state_after_a_rebuild_is_the_live_state_and_no_command_was_sent() {
        Set<String> happened = new TreeSet<>();
        int rounds = 0;
        for (long seed : Effort.seeds(storage == Storage.MEMORY ? 15 : 2, Duration.ofSeconds(40))) {
            rounds++;
            clock.set(Scene.NOW);
            try (Scene scene = Scene.ticking(storage, directory.resolve(Long.toString(seed)), clock, MANAGERS)) {
                run(scene, new HistoryScript(seed, clock), new Random(seed), seed);
                scene.everything().forEach(event -> happened.add(event.split(" ")[0]));
            }
        }
        if (rounds > 10) {
            assertThat(happened).contains(WHAT_MAY_HAPPEN);
        }
        Figures.tried(
                "random histories with failures, timers, retries and evictions of three process managers, rebuilt "
                        + (storage == Storage.MEMORY ? "in memory" : "on files"),
                rounds + " times " + STEPS + " steps",
                "the same state again, no command sent, no difference in a shadow replay");
    }

    private static void run(Scene scene, HistoryScript script, Random random, long seed) {
        for (int step = 0; step < STEPS; step++) {
            if (random.nextInt(20) == 0) {
                assertRebuilt(scene, seed);
            }
            if (random.nextInt(20) == 0) {
                scene.reopen(MANAGERS);
            }
            script.step(scene, random);
        }
        assertRebuilt(scene, seed);
        script.end(scene);
        assertRebuilt(scene, seed);
    }

    private static void assertRebuilt(Scene scene, long seed) {
        for (String manager : HistoryScript.MANAGERS) {
            List<Row> before = scene.rows(manager);
            List<String> log = scene.everything();
            List<DeadLetter> letters = scene.store().deadLetters(manager).all().toList();

            scene.store().rebuild(manager);

            String seeded = manager + ", seed " + seed;
            assertThat(scene.store().shadow(manager).toString()).as(seeded).endsWith(" different=0 broken=0");
            assertThat(scene.rows(manager)).as(seeded).isEqualTo(before);
            assertThat(scene.everything().subList(log.size(), scene.everything().size()))
                    .as(seeded)
                    .containsExactly(
                            "RebuildBegun $process-managers/" + manager,
                            "Rebuilt $process-managers/" + manager,
                            "RowsRemoved $process-managers/" + manager);
            assertThat(scene.store().deadLetters(manager).all()).as(seeded).hasToString(letters.toString());
        }
    }

    @Test
    @DisplayName("S-08 R1 R2 the same while live loops run and others work off at once")
    void what_is_rebuilt_while_live_loops_run_is_the_live_state() throws InterruptedException {
        for (long seed : Effort.seeds(1, LIVE)) {
            try (Scene scene = Scene.ticking(storage, directory.resolve("live" + seed), clock, MANAGERS)) {
                runLive(scene, new HistoryScript(seed, clock), new Random(seed), seed);
            }
        }
    }

    private static void runLive(Scene scene, HistoryScript script, Random random, long seed)
            throws InterruptedException {
        RunningProcessManagers running = ProcessManagerRunner.start(scene.store());
        Throwable[] failure = new Throwable[1];
        Thread rebuilding = new Thread(() -> {
            try {
                for (int round = 0; round < 6; round++) {
                    HistoryScript.MANAGERS.forEach(manager -> scene.store().rebuild(manager));
                }
            } catch (Throwable e) {
                failure[0] = e;
            }
        });
        rebuilding.start();
        for (int step = 0; step < 100; step++) {
            script.step(scene, random);
        }
        rebuilding.join();
        running.close();
        scene.run();

        assertThat(failure[0]).as("seed " + seed).isNull();
        assertRebuilt(scene, seed);
    }
}
