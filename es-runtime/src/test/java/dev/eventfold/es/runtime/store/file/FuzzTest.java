package dev.eventfold.es.runtime.store.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventfold.es.runtime.Effort;
import dev.eventfold.es.runtime.Figures;
import dev.eventfold.es.runtime.StoreDamaged;
import dev.eventfold.es.runtime.StoreFailed;
import dev.eventfold.es.runtime.VerifyReport;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Files that somebody has been at with a mutator, for a bounded time. What is read is right or refused, and never anything else. */
@Execution(ExecutionMode.CONCURRENT)
class FuzzTest {
    private static final int LEAST = 12;

    private final long seed = Effort.seed();
    private final Random random = new Random(seed);
    private final Mutator mutator = new Mutator(random);

    @Test
    void a_mutated_log_gives_no_wrong_answer() {
        int[] refused = {0};
        int inputs = during(written -> {
            List<String> segments = written.segments();
            String path = segments.get(random.nextInt(segments.size()));
            SimulatedDisk disk = (random.nextBoolean() ? written.closed() : written.killed()).afterKill();
            byte[] before = disk.content(path);
            byte[] after = mutator.mutate(before, disk.content(segments.get(random.nextInt(segments.size()))));
            if (random.nextBoolean()) {
                disk.remove(IndexFile.PATH);
            }
            disk.put(path, after);
            long whole = Verification.of(disk).commit();
            try (FileEventStore store = FileEventStore.open(disk, Written.OPTIONS)) {
                // More lines of the right kind behind the log cannot come from a mutator: their checksums hold the
                // number.
                long decided = written.workload().model().decided();
                assertThat(store.lastCommit()).isEqualTo(decided);
                assertThat(whole).isLessThanOrEqualTo(decided);
                written.workload().refusals(store);
            } catch (StoreDamaged e) {
                refused[0]++;
                assertThat(Repair.of(disk).commit()).isEqualTo(whole);
                assertThat(whole).isLessThan(written.workload().model().decided());
                try (FileEventStore store = FileEventStore.open(disk, Written.OPTIONS)) {
                    written.workload().fork(seed, whole).assertSame(store);
                }
            }
        });
        Figures.tried(
                "segments of a log mutated at random: bytes, ranges and lines changed, doubled, swapped, cut",
                inputs + " inputs, " + refused[0] + " refused at once",
                "refused, or each answer is right or an error that names the place; repaired, it is the beginning of what was written");
    }

    @Test
    void a_mutated_cache_changes_nothing() {
        int inputs = during(written -> {
            List<String> caches = List.of(
                    Head.NAME, IndexFile.PATH, IndexFile.PATH, Checkpoints.DIRECTORY + "/fulfilment/checkpoint.json");
            SimulatedDisk disk = written.closed().afterKill();
            List<String> there = caches.stream().filter(disk.paths()::contains).toList();
            String path = there.get(random.nextInt(there.size()));
            byte[] before = disk.content(path);
            disk.put(path, mutator.mutate(before, before));
            assertThat(Verification.of(disk).damage()).isEmpty();
            try (FileEventStore store = FileEventStore.open(disk, Written.OPTIONS)) {
                written.workload().assertSame(store);
            }
        });
        Figures.tried(
                "head, checkpoints and index file mutated at random",
                inputs + " inputs",
                "the store opens with nothing changed");
    }

    /** Lines that are not what any store wrote, with the right checksum: nothing to be answered, but never a stray exception. */
    @Test
    void a_mutated_line_with_the_right_checksum_is_refused_by_name() {
        int inputs = during(written -> {
            List<String> segments = written.segments();
            String path = segments.get(random.nextInt(segments.size()));
            SimulatedDisk disk = written.closed().afterKill();
            disk.put(path, mutator.mutateSealed(disk.content(path), written.storeId()));
            if (random.nextBoolean()) {
                disk.remove(IndexFile.PATH);
            }
            SimulatedDisk alone = disk.afterKill().remove(IndexFile.PATH);
            try (FileEventStore store = FileEventStore.open(disk, Written.OPTIONS)) {
                ask(written, store);
            } catch (StoreFailed e) {
                assertThat(e).hasMessageContaining("directory=");
            }
            assertOneBeginning(alone);
        });
        Figures.tried(
                "lines of a log mutated and given the right checksum",
                inputs + " inputs",
                "an answer or an error of ours, never another exception; opening, verify and repair say the same place");
    }

    /** Where the log ends is the same for whoever opens it, verifies or repairs. */
    private static void assertOneBeginning(SimulatedDisk disk) {
        VerifyReport found;
        try {
            found = Verification.of(disk);
        } catch (StoreFailed newer) {
            assertThat(newer).hasMessageContaining("a newer version");
            return;
        }
        try (FileEventStore store = FileEventStore.open(disk.afterKill(), Written.OPTIONS)) {
            assertThat(found.damage()).isEmpty();
            assertThat(store.lastCommit()).isEqualTo(found.commit());
        } catch (StoreDamaged e) {
            assertThat(found.damage()).isNotEmpty();
            assertThat(e).hasMessageContaining("offset=" + found.damage().get(0).offset());
        }
        assertThat(Repair.of(disk).commit()).isEqualTo(found.commit());
        FileEventStore.open(disk, Written.OPTIONS).close();
    }

    private static void ask(Written written, FileEventStore store) {
        try {
            written.workload().refusals(store);
        } catch (AssertionError another) {
            // Somebody has forged the log: what it says now is what it says.
        }
    }

    private interface Round {
        void run(Written written);
    }

    /** Runs rounds for a while, a few at least; gives how many. */
    private int during(Round round) {
        long until = System.nanoTime()
                + Effort.time(Duration.ofMillis(1_500), Duration.ofSeconds(40)).toNanos();
        int rounds = 0;
        while (rounds < LEAST || System.nanoTime() < until) {
            long sampleSeed = random.nextLong();
            Written written = Written.of(sampleSeed, 5 + random.nextInt(20));
            for (int n = 0; n < 40 && (rounds < LEAST || System.nanoTime() < until); n++, rounds++) {
                try {
                    round.run(written);
                } catch (AssertionError | RuntimeException e) {
                    throw new AssertionError("seed " + seed + ", round " + rounds, e);
                }
            }
            Effort.progress(rounds + " inputs");
        }
        System.out.println("seed " + seed);
        return rounds;
    }
}
