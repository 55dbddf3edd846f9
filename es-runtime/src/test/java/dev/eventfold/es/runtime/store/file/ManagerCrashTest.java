package dev.eventfold.es.runtime.store.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventfold.es.runtime.Effort;
import dev.eventfold.es.runtime.Figures;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * A whole program with process managers that loses its power, is killed, or has its disk fail, at every single operation. Whatever is left
 * opens, each process manager has done exactly what belongs to its position, and the program goes on to where it would have come.
 */
@Order(2)
@Execution(ExecutionMode.CONCURRENT)
class ManagerCrashTest {
    private static final Duration LONG = Duration.ofSeconds(90);

    /** At each how many operations the disk fails. Such a run begins at the beginning, and takes longest of all here. */
    private static final int EACH_FAILING = Effort.rounds(2, 1);

    private static final String EACH_ONCE =
            "the store opens; what was acknowledged is there; each process manager has done what belongs to its position, each "
                    + "effect once, never a half; the program goes on to where it would have come";

    @Test
    @DisplayName(
            "W-01 W-05 W-06 W-13 R1 R2 R5 power lost, or the process killed, at every operation: each effect once, never a half")
    void the_power_fails_or_the_process_is_killed_at_any_operation() {
        int operations = 0;
        int pictures = 0;
        for (ManagerCrash crash : ManagerCrash.programs(LONG)) {
            Pictures different = new Pictures();
            for (ManagerCrash.Stopped stopped : crash.everywhere()) {
                loseThePower(crash, stopped, different);
                operations++;
            }
            pictures += different.size();
        }
        Figures.tried("such a program killed at every operation", operations + " times", "the same");
        Figures.tried(
                "power lost at every operation of two programs with process managers: one with chains, instances that begin and end, "
                        + "dead letters and parked commands, one with timeouts that fire and that are cancelled, delayed and "
                        + "postponed commands, answers to rejections, retries and evictions; the second before the eyes of a "
                        + "projection and a subscriber, and with snapshots; both with rebuilds, segments rolling, the store closed and opened in "
                        + "between",
                operations + " operations, " + pictures + " different pictures of the disk",
                EACH_ONCE);
    }

    private static void loseThePower(ManagerCrash crash, ManagerCrash.Stopped stopped, Pictures different) {
        int operation = stopped.operation();
        for (Tear.Pattern pattern : crash.patterns(operation)) {
            Tear.HeadFile head = Tear.HeadFile.values()[(operation + pattern.ordinal()) % 3];
            Tear tear = new Tear(pattern, head, crash.seed() + operation * 31L + pattern.ordinal());
            goOn(crash, stopped, stopped.disk().afterPowerLoss(tear), different, pattern + ", head " + head);
        }
        goOn(crash, stopped, stopped.disk().afterKill(), different, "killed");
    }

    private static void goOn(
            ManagerCrash crash, ManagerCrash.Stopped stopped, SimulatedDisk picture, Pictures different, String how) {
        if (different.add(stopped.program().acknowledged(), picture)) {
            crash.goOn(stopped.program(), stopped.disk(), picture, how);
        }
    }

    @Test
    void the_power_fails_again_while_what_was_left_goes_on() {
        int again = 0;
        for (ManagerCrash crash : ManagerCrash.programs(LONG)) {
            Random random = new Random(crash.seed());
            for (ManagerCrash.Stopped stopped : crash.everywhere()) {
                if (stopped.operation() % Effort.rounds(2, 1) > 0) {
                    continue;
                }
                int second = 1 + random.nextInt(random.nextBoolean() ? 10 : 200);
                SimulatedDisk torn =
                        stopped.disk().afterPowerLoss(Tear.random(random)).crashAt(second);
                Program stoppedAgain = stopped.program().successor();
                if (!stoppedAgain.run(torn)) {
                    again++;
                    SimulatedDisk left = torn.afterPowerLoss(Tear.random(random));
                    crash.goOn(stoppedAgain, torn, left, "after " + stopped.operation() + " the first time");
                }
            }
        }
        Figures.tried("power lost again while such a program goes on after it", again + " times", "the same");
        assertThat(again).isGreaterThan(20);
    }

    @Test
    @DisplayName("W-01 W-03 R9 the disk fails at any operation: nothing is lost, and no failure of it is a dead letter")
    void the_disk_fails_at_any_operation() {
        int failures = 0;
        for (ManagerCrash crash : ManagerCrash.programs(LONG)) {
            int first = 1 + Math.floorMod(crash.seed(), EACH_FAILING);
            for (int operation = first; operation <= crash.operations(); operation += EACH_FAILING, failures++) {
                String reason = failures % 2 == 0 ? "Input/output error" : "No space left on device";
                SimulatedDisk disk = new SimulatedDisk().failAt(operation, reason);
                Program stopped = crash.run(disk);
                // How many operations a run has depends on its batches: in this one it may not have come so far.
                crash.goOn(stopped, disk, disk.failAt(Integer.MAX_VALUE, reason), reason);
            }
        }
        Figures.tried(
                "the disk fails once under such a program, at every second operation, in a long run at every one",
                failures + " times",
                "the same, and no failure of the disk has become a dead letter");
        assertThat(failures).isGreaterThan(50);
    }
}
