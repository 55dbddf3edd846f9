package dev.eventfold.es.runtime.store.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventfold.es.runtime.Effort;
import dev.eventfold.es.runtime.Figures;
import dev.eventfold.es.runtime.store.View;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
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
    private static final List<String> REASONS = List.of("Input/output error", "No space left on device");

    @Test
    void nothing_is_lost_and_nothing_is_doubled_when_the_power_fails_at_any_operation() {
        int points = 0;
        int pictures = 0;
        for (long seed : Effort.seeds(1, LONG)) {
            int operations = Crash.operations(seed);
            for (int operation = 1; operation <= operations; operation++, points++) {
                pictures += assertPicturesAreUnderstood(Crash.at(seed, operation));
            }
            say("power lost at " + points + " operations", seed);
        }
        Figures.tried(
                "power lost at every operation of a workload on a simulated disk that drops, tears and reorders what was not "
                        + "fsynced, and loses renames",
                points + " operations, " + pictures + " pictures of the disk",
                "the store opens; acknowledged commits are there, the others wholly or not; it goes on");
        assertThat(pictures).isGreaterThan(3000);
    }

    private static int assertPicturesAreUnderstood(Crash crash) {
        int pictures = 0;
        for (Tear.Pattern pattern : Tear.Pattern.values()) {
            for (Tear.HeadFile head : heads(crash.operation() + pattern.ordinal())) {
                Tear tear = new Tear(pattern, head, crash.seed() + crash.operation() * 31L + pattern.ordinal());
                crash.goOn(crash.disk().afterPowerLoss(tear), pattern + ", head " + head);
                pictures++;
            }
        }
        return pictures;
    }

    /** Two of the three in a normal run, in turn. */
    private static List<Tear.HeadFile> heads(int turn) {
        List<Tear.HeadFile> all = List.of(Tear.HeadFile.values());
        return IntStream.range(turn, turn + Effort.rounds(2, all.size()))
                .mapToObj(next -> all.get(next % all.size()))
                .toList();
    }

    private static void say(String how, long seed) {
        System.out.println(how + ", seed " + seed);
    }

    @Test
    void a_killed_process_loses_nothing_that_it_wrote() {
        int kills = 0;
        for (long seed : Effort.seeds(1, LONG)) {
            int operations = Crash.operations(seed);
            for (int operation = 1; operation <= operations; operation++, kills++) {
                Crash crash = Crash.at(seed, operation);
                crash.goOn(crash.disk().afterKill(), "killed");
            }
            say("killed at " + kills + " operations", seed);
        }
        Figures.tried("process killed at every operation of it", kills + " times", "nothing that was written is lost");
    }

    @Test
    void the_power_may_fail_again_while_a_store_is_opened_after_it_failed() {
        int again = 0;
        for (long seed : Effort.seeds(1, LONG)) {
            Random random = new Random(seed);
            int operations = Crash.operations(seed);
            for (int operation = 1; operation <= operations; operation++) {
                again += openAgain(Crash.at(seed, operation), random);
            }
            say("lost again while opening: " + again, seed);
        }
        Figures.tried("power lost again while the store is opened after that", again + " times", "the same");
        assertThat(again).isGreaterThan(500);
    }

    private static int openAgain(Crash crash, Random random) {
        int again = 0;
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
        return again;
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
