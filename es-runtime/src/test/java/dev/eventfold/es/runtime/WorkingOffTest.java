package dev.eventfold.es.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventfold.es.runtime.domain.Relay;
import dev.eventfold.es.runtime.domain.Single;
import dev.eventfold.es.runtime.spi.ProcessManagerRunner;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** Random failures, and random people who work them off. */
@OnEachStorage
class WorkingOffTest {
    private static final int STEPS = 120;
    private static final Duration LIVE = Duration.ofSeconds(15);

    @Parameter
    Storage storage;

    @TempDir
    Path directory;

    @Test
    @DisplayName(
            "R1 R2 R10 W-04 under random failures, parks, retries and evictions nothing is lost, doubled or out of order")
    void nothing_is_lost_doubled_or_out_of_order() {
        int rounds = 0;
        for (long seed : Effort.seeds(storage == Storage.MEMORY ? 25 : 4, Duration.ofSeconds(40))) {
            rounds++;
            try (Scene scene = Scene.open(storage, directory.resolve(Long.toString(seed)), Relay.class, Single.class)) {
                run(scene, new WorkingOffScript(seed), new Random(seed), seed);
            }
        }
        Figures.tried(
                "random failures, retries and evictions of two process managers, mended and opened again in between, "
                        + (storage == Storage.MEMORY ? "in memory" : "on files"),
                rounds + " times " + STEPS + " steps",
                "each target has the commands of a sequence in order, none lost, none doubled");
    }

    private static void run(Scene scene, WorkingOffScript script, Random random, long seed) {
        for (int step = 0; step < STEPS; step++) {
            switch (random.nextInt(10)) {
                case 0, 1, 2, 3 -> script.send(scene, random);
                case 4, 5 -> scene.run();
                case 6 -> {
                    scene.reopen(Relay.class, Single.class);
                    assertExact(scene, seed);
                }
                default -> script.workOff(scene, random);
            }
            script.assertInOrder(scene);
        }
        scene.run();
        script.end(scene);
        scene.run();
        script.assertAllDone(scene);
        assertThat(scene.log().rows("single", 1))
                .as("rows of blocked sequences, seed " + seed)
                .hasSizeLessThan(2);
    }

    /** What is listed says of everything that waits. */
    private static void assertExact(Scene scene, long seed) {
        for (ConsumerStatus status : scene.store().status()) {
            long behind = scene.letters(status.consumer()).stream()
                    .mapToLong(DeadLetter::parkedBehind)
                    .sum();
            assertThat(behind).as("parked, seed " + seed).isEqualTo(status.parked());
        }
    }

    @Test
    @DisplayName("R1 R2 R10 the same while live loops run and several people work off at once")
    void nothing_is_lost_while_live_loops_run_and_several_people_work_off_at_once() throws InterruptedException {
        int rounds = 0;
        for (long seed : Effort.seeds(1, LIVE)) {
            rounds++;
            try (Scene scene = Scene.open(storage, directory.resolve(Long.toString(seed)), Relay.class, Single.class)) {
                runLive(scene, new WorkingOffScript(seed), new Random(seed), seed);
            }
        }
        Figures.tried(
                "random failures, retries and evictions while live loops run and three people work off at once",
                100 * rounds + " events",
                "each target has the commands of a sequence in order, none lost, none doubled");
    }

    private static void runLive(Scene scene, WorkingOffScript script, Random random, long seed)
            throws InterruptedException {
        RunningProcessManagers running = ProcessManagerRunner.start(scene.store());
        Thread[] people = new Thread[3];
        Throwable[] failures = new Throwable[people.length];
        for (int n = 0; n < people.length; n++) {
            int person = n;
            Random own = new Random(random.nextLong());
            people[n] = new Thread(() -> {
                try {
                    for (int step = 0; step < 40; step++) {
                        script.workOff(scene, own);
                    }
                } catch (Throwable e) {
                    failures[person] = e;
                }
            });
            people[n].start();
        }
        for (int event = 0; event < 100; event++) {
            script.send(scene, random);
        }
        for (Thread person : people) {
            person.join();
        }
        assertThat(failures).as("seed " + seed).containsOnlyNulls();
        scene.run();
        script.end(scene);
        scene.run();
        running.close();
        script.assertAllDone(scene);
    }
}
