package dev.eventfold.es.runtime.store.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventfold.es.runtime.Effort;
import dev.eventfold.es.runtime.Figures;
import dev.eventfold.es.runtime.store.View;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * The power is lost, the process killed, or the disk fails, at every single operation that a workload makes, with several pictures of what
 * is left each time. The store always opens; what was acknowledged is there, what was not is there wholly or not at all, in order; and it
 * goes on.
 */
class CrashTest {
    private final long seed = Effort.seed();
    private final int operations = Crash.operations(seed);

    @Test
    void nothing_is_lost_and_nothing_is_doubled_when_the_power_fails_at_any_operation() {
        int pictures = 0;
        for (int operation = 1; operation <= operations; operation++) {
            Crash crash = Crash.at(seed, operation);
            for (Tear.Pattern pattern : Tear.Pattern.values()) {
                for (Tear.HeadFile head : Tear.HeadFile.values()) {
                    Tear tear = new Tear(pattern, head, seed + operation * 31L + pattern.ordinal());
                    crash.goOn(crash.disk().afterPowerLoss(tear), pattern + ", head " + head);
                    pictures++;
                }
            }
        }
        System.out.println("seed " + seed);
        Figures.tried(
                "power lost at every operation of a workload on a simulated disk that drops, tears and reorders what was not "
                        + "fsynced, and loses renames",
                operations + " operations, " + pictures + " pictures of the disk",
                "the store opens; acknowledged commits are there, the others wholly or not; it goes on");
        assertThat(pictures).isGreaterThan(3000);
    }

    @Test
    void a_killed_process_loses_nothing_that_it_wrote() {
        for (int operation = 1; operation <= operations; operation++) {
            Crash crash = Crash.at(seed, operation);
            crash.goOn(crash.disk().afterKill(), "killed");
        }
        System.out.println("seed " + seed);
        Figures.tried(
                "process killed at every operation of it", operations + " times", "nothing that was written is lost");
    }

    @Test
    void the_power_may_fail_again_while_a_store_is_opened_after_it_failed() {
        int again = 0;
        Random random = new Random(seed);
        for (int operation = 1; operation <= operations; operation++) {
            Crash crash = Crash.at(seed, operation);
            for (int second = 1; second <= 12; second++) {
                SimulatedDisk torn =
                        crash.disk().afterPowerLoss(Tear.random(random)).crashAt(second);
                try {
                    FileEventStore.open(torn, Crash.OPTIONS);
                } catch (SimulatedDisk.PowerLost e) {
                    again++;
                    crash.goOn(torn.afterPowerLoss(Tear.random(random)), "then " + second + " while opening");
                }
            }
        }
        System.out.println("seed " + seed);
        Figures.tried("power lost again while the store is opened after that", again + " times", "the same");
        assertThat(again).isGreaterThan(500);
    }

    @Test
    void a_disk_that_fails_once_stops_the_store_and_loses_nothing_that_was_acknowledged() {
        for (int operation = 1; operation <= operations; operation++) {
            for (String reason : new String[] {"Input/output error", "No space left on device"}) {
                Crash crash = Crash.failing(seed, operation, reason);
                Workload next = crash.goOn(crash.disk(), reason);
                assertIsOnTheDisk(crash, next);
            }
        }
        System.out.println("seed " + seed);
        Figures.tried(
                "the disk fails once, at every operation of it, as broken and as full",
                2 * operations + " times",
                "the store stops taking commits; nothing acknowledged is lost");
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
