package dev.eventfold.es.runtime.store.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventfold.es.runtime.Effort;
import dev.eventfold.es.runtime.Figures;
import dev.eventfold.es.runtime.store.View;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The power is lost, the process killed, or the disk fails, at every single operation that a workload makes, with several pictures of what
 * is left each time. The store always opens; what was acknowledged is there, what was not is there wholly or not at all, in order; and it
 * goes on.
 */
@Execution(ExecutionMode.CONCURRENT)
class CrashTest {
    private static final Duration LONG = Duration.ofSeconds(45);
    private static final int DRAWS = Effort.rounds(3, 10);
    private static final List<String> REASONS = List.of("Input/output error", "No space left on device");

    @Test
    void nothing_is_lost_and_nothing_is_doubled_when_the_power_fails_at_any_operation() {
        int points = 0;
        int pictures = 0;
        for (long seed : Effort.seeds(1, LONG)) {
            Pictures different = new Pictures();
            for (Crash crash : Crash.everywhere(seed)) {
                assertPicturesAreUnderstood(crash, different);
                points++;
            }
            pictures += different.size();
            say("power lost at " + points + " operations", seed);
        }
        Figures.tried(
                "power lost at every operation of a workload on a simulated disk that drops, tears and reorders what was not "
                        + "fsynced, and loses renames",
                points + " operations, " + pictures + " different pictures of the disk",
                "the store opens; acknowledged commits are there, the others wholly or not; it goes on");
        assertThat(pictures).isGreaterThan(2500);
    }

    /** Each way of tearing, with each head, so many times: where nothing is random, or little was unsynced, the same comes again. */
    private static void assertPicturesAreUnderstood(Crash crash, Pictures different) {
        Random random = new Random(crash.seed() + crash.operation());
        for (int n = 0; n < DRAWS; n++) {
            for (Tear.Pattern pattern : Tear.Pattern.values()) {
                for (Tear.HeadFile head : Tear.HeadFile.values()) {
                    SimulatedDisk picture = crash.disk().afterPowerLoss(new Tear(pattern, head, random.nextLong()));
                    if (different.add(crash.workload().model().acknowledged(), picture)) {
                        crash.goOn(picture, pattern + ", head " + head);
                    }
                }
            }
        }
    }

    private static void say(String how, long seed) {
        System.out.println(how + ", seed " + seed);
    }

    @Test
    void a_killed_process_loses_nothing_that_it_wrote() {
        int kills = 0;
        for (long seed : Effort.seeds(1, LONG)) {
            Pictures different = new Pictures();
            for (Crash crash : Crash.everywhere(seed)) {
                SimulatedDisk picture = crash.disk().afterKill();
                if (different.add(crash.workload().model().acknowledged(), picture)) {
                    crash.goOn(picture, "killed");
                }
                kills++;
            }
            say("killed at " + kills + " operations", seed);
        }
        Figures.tried("process killed at every operation of it", kills + " times", "nothing that was written is lost");
        assertThat(kills).isGreaterThan(50);
    }

    @Test
    void the_power_may_fail_again_while_a_store_is_opened_after_it_failed() {
        int again = 0;
        for (long seed : Effort.seeds(1, LONG)) {
            Random random = new Random(seed);
            Pictures different = new Pictures();
            Crash.everywhere(seed).forEach(crash -> openAgain(crash, random, different));
            again += different.size();
            say("lost again while opening: " + again, seed);
        }
        Figures.tried("power lost again while the store is opened after that", again + " times", "the same");
        assertThat(again).isGreaterThan(500);
    }

    private static void openAgain(Crash crash, Random random, Pictures different) {
        for (int n = 0; n < 18; n++) {
            int second = 1 + n % 12;
            SimulatedDisk torn =
                    crash.disk().afterPowerLoss(Tear.random(random)).crashAt(second);
            try {
                FileEventStore.open(torn, Crash.OPTIONS);
            } catch (SimulatedDisk.PowerLost e) {
                SimulatedDisk picture = torn.afterPowerLoss(Tear.random(random));
                if (different.add(crash.workload().model().acknowledged(), picture)) {
                    crash.goOn(picture, "then " + second + " while opening");
                }
            }
        }
    }

    @Test
    void a_disk_that_fails_once_stops_the_store_and_loses_nothing_that_was_acknowledged() {
        int failures = 0;
        for (long seed : Effort.seeds(1, LONG)) {
            int operations = Crash.operations(seed);
            for (int operation = 1; operation <= operations; operation++) {
                for (String reason : REASONS) {
                    Crash crash = Crash.failing(seed, operation, reason);
                    Workload next = crash.goOn(crash.disk(), reason);
                    assertIsOnTheDisk(crash, next);
                    failures++;
                }
            }
            say("failed " + failures + " times", seed);
        }
        Figures.tried(
                "the disk fails once, at every operation of it, as broken and as full",
                failures + " times",
                "the store stops taking commits; nothing acknowledged is lost");
        assertThat(failures).isGreaterThan(100);
    }

    /** Pages that the kernel gave up after the failed fsync must have been written again. */
    private static void assertIsOnTheDisk(Crash crash, Workload expected) {
        Tear nothingUnsynced = new Tear(Tear.Pattern.NOTHING, Tear.HeadFile.STALE, 0);
        try (FileEventStore store = FileEventStore.open(crash.disk().afterPowerLoss(nothingUnsynced), Crash.OPTIONS)) {
            assertThat(store.head(0, View.DURABLE)).isNotNegative();
            expected.assertSame(store);
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("seed " + crash.seed() + ", operation " + crash.operation(), e);
        }
    }
}
