package dev.eventfold.es.runtime.store.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventfold.es.runtime.Effort;
import dev.eventfold.es.runtime.Figures;
import dev.eventfold.es.runtime.StoreDamaged;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Files of a program in whose life everything happens, damaged while it does not run. It goes on as if nothing had been, or says where the damage is. */
@Execution(ExecutionMode.CONCURRENT)
class LastingDamageTest {
    private static final int MUTATIONS = 3;

    private final long seed = Effort.seed();
    private final LastingWorkload program = new LastingWorkload(new LastingScript(seed, 1));

    /** What is left by a program that was killed in the middle, and by one that came to its end. */
    private record Left(LastingWorkload stopped, SimulatedDisk disk) {}

    private Left killed() {
        SimulatedDisk whole = new SimulatedDisk();
        program.again().run(whole);
        return stopped(new SimulatedDisk().crashAt(inAGroup(whole.journal())));
    }

    /** An operation that writes a group, in the middle of which nobody knows yet whether it is durable. */
    private static int inAGroup(List<String> journal) {
        int operation = journal.size() * 2 / 3;
        while (!journal.get(operation - 1).startsWith("write through events/")) {
            operation++;
        }
        return operation;
    }

    private Left stopped(SimulatedDisk disk) {
        LastingWorkload stopped = program.again(log -> log);
        stopped.run(disk);
        return new Left(stopped, disk.afterKill());
    }

    @Test
    @DisplayName(
            "R7 damage under timeouts, parked commands and answers: the right effects, or an error that names the place")
    void damage_of_the_log_is_never_a_wrong_effect() {
        int flips = 0;
        int met = 0;
        for (Left left : List.of(killed(), stopped(new SimulatedDisk()))) {
            for (long one : Effort.seeds(1, Duration.ofSeconds(40))) {
                Random random = new Random(one);
                for (String path : left.disk().paths("events/")) {
                    for (int at : inEachLine(left.disk().content(path), random)) {
                        met += assertNeverWrong(left, path, at, random) ? 1 : 0;
                        flips++;
                    }
                }
            }
        }
        Figures.tried(
                "a byte of each line of the log of a program with timeouts, delayed and postponed commands, answers to rejections, retries, "
                        + "evictions and rebuilds flipped, after a clean close and after a kill",
                flips + " flips",
                "it goes on to where it would have come, or the call that needs the line fails and names the place");
        assertThat(met).as("seed " + seed).isGreaterThan(flips / 4);
    }

    /** A byte in each line, but for the empty ones that are room for lines to come. */
    private static List<Integer> inEachLine(byte[] content, Random random) {
        List<Integer> places = new ArrayList<>();
        for (int from = 0, at = 0; at < content.length; at++) {
            if (content[at] == '\n') {
                if (at > from) {
                    places.add(from + random.nextInt(at + 1 - from));
                }
                from = at + 1;
            }
        }
        return places;
    }

    private boolean assertNeverWrong(Left left, String path, int at, Random random) {
        byte[] content = left.disk().content(path);
        content[at] ^= (byte) (1 << random.nextInt(8));
        try {
            // With an index most of the log is not read at once.
            SimulatedDisk damaged = left.disk().afterKill().put(path, content);
            if (random.nextBoolean()) {
                damaged.paths("index/").forEach(damaged::remove);
            }
            List<StoreDamaged> refusals = left.stopped().successor().goOnOverDamage(damaged);
            assertThat(refusals)
                    .allSatisfy(e -> assertThat(e)
                            .hasMessageContainingAll("directory=simulated", "file=" + path, "offset=", "expected"));
            return !refusals.isEmpty();
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("seed " + seed + ", " + path + ", byte " + at, e);
        }
    }

    @Test
    @DisplayName(
            "R7 a log of such a program that is cut at a line is refused, unless only what an interrupted write left is gone")
    void a_log_that_was_cut_at_any_line_is_never_a_wrong_effect() {
        int cuts = 0;
        int refused = 0;
        Random random = new Random(seed);
        for (Left left : List.of(killed(), stopped(new SimulatedDisk()))) {
            List<String> paths = left.disk().paths("events/");
            for (String path : paths) {
                for (int at : inEachLine(left.disk().content(path), random)) {
                    refused += isRefusedAndNotWrong(left, path, at) ? 1 : 0;
                    cuts++;
                }
            }
        }
        Figures.tried("the log of such a program cut inside each of its lines", cuts + " cuts", "the same");
        assertThat(refused)
                .as("refused, seed " + seed + ": most, and not those that were taken for torn")
                .isGreaterThan(cuts / 2)
                .isLessThan(cuts);
    }

    private boolean isRefusedAndNotWrong(Left left, String path, int at) {
        byte[] cut = Arrays.copyOf(left.disk().content(path), at);
        try {
            List<StoreDamaged> refusals = left.stopped()
                    .successor()
                    .goOnOverDamage(left.disk().afterKill().put(path, cut));
            assertThat(refusals)
                    .allSatisfy(e -> assertThat(e)
                            .hasMessageContainingAll("directory=simulated", "file=" + path, "offset=", "expected"));
            return !refusals.isEmpty();
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("seed " + seed + ", " + path + ", cut at " + at, e);
        }
    }

    @Test
    void caches_may_be_missing_cut_or_mutated_at_any_place() {
        Left left = killed();
        Random random = new Random(seed);
        Mutator mutator = new Mutator(random);
        int mutations = 0;
        assertThat(left.disk().paths()).contains(Head.NAME, SnapshotFile.PATH);
        for (String path : left.disk().paths()) {
            if (!path.startsWith("events/")) {
                byte[] content = left.disk().content(path);
                left.stopped().successor().goOn(left.disk().afterKill().remove(path));
                byte[] cut = Arrays.copyOf(content, random.nextInt(content.length + 1));
                left.stopped().successor().goOn(left.disk().afterKill().put(path, cut));
                for (long ignored : Effort.steps(MUTATIONS, Duration.ofSeconds(3))) {
                    byte[] mutated = mutator.mutate(content, content);
                    left.stopped().successor().goOn(left.disk().afterKill().put(path, mutated));
                    mutations++;
                }
            }
        }
        Figures.tried(
                "head, checkpoints, index, projections and snapshots of such a program mutated at random",
                mutations + " times",
                "the program goes on to where it would have come");
    }
}
