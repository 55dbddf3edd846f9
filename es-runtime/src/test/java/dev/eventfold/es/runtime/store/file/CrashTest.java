package dev.eventfold.es.runtime.store.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventfold.es.runtime.store.View;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * The power is lost, the process killed, or the disk fails, at every single operation that a workload makes, with several pictures of what
 * is left each time. The store always opens; what was acknowledged is there, what was not is there wholly or not at all, in order; and it
 * goes on.
 */
class CrashTest {
    private final long seed = new Random().nextLong();
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
        System.out.println("power lost at " + operations + " operations: " + pictures + " disks, seed " + seed);
        assertThat(pictures).isGreaterThan(3000);
    }

    @Test
    void a_killed_process_loses_nothing_that_it_wrote() {
        for (int operation = 1; operation <= operations; operation++) {
            Crash crash = Crash.at(seed, operation);
            crash.goOn(crash.disk().afterKill(), "killed");
        }
        System.out.println("killed at " + operations + " operations, seed " + seed);
    }

    @Test
    void the_power_may_fail_again_while_a_store_is_opened_after_it_failed() {
        int again = 0;
        Random random = new Random(seed);
        for (int operation = 1; operation <= operations; operation++) {
            Crash crash = Crash.at(seed, operation);
            for (int second = 1; second <= 12; second++) {
                SimulatedDisk torn = crash.disk().afterPowerLoss(tear(random)).crashAt(second);
                try {
                    FileEventStore.open(torn, Crash.OPTIONS);
                } catch (SimulatedDisk.PowerLost e) {
                    again++;
                    crash.goOn(torn.afterPowerLoss(tear(random)), "then " + second + " while opening");
                }
            }
        }
        System.out.println("power lost " + again + " times while opening, seed " + seed);
        assertThat(again).isGreaterThan(500);
    }

    private static Tear tear(Random random) {
        Tear.Pattern[] patterns = Tear.Pattern.values();
        Tear.HeadFile[] heads = Tear.HeadFile.values();
        return new Tear(
                patterns[random.nextInt(patterns.length)], heads[random.nextInt(heads.length)], random.nextLong());
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
        System.out.println("disk failed at " + operations + " operations, seed " + seed);
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
