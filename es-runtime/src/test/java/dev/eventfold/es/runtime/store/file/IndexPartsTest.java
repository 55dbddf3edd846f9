package dev.eventfold.es.runtime.store.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.eventfold.es.runtime.Durability;
import dev.eventfold.es.runtime.Effort;
import dev.eventfold.es.runtime.Figures;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What came behind the whole index is written in parts, each of which is a cache as the whole is. */
@Execution(ExecutionMode.CONCURRENT)
class IndexPartsTest {
    private static final FileStoreOptions OPTIONS = Crash.OPTIONS;
    private static final int STEPS = 150;
    private static final int SO_MANY_THAT_FEW_MORE_ARE_A_PART = 4 * STEPS;
    private static final LogScan.Start END = new LogScan.Start("store", 8, 700, 0, 800, 80_000);

    private final long seed = Effort.seed();
    private final Workload workload = new Workload(seed);
    private final SimulatedDisk disk = new SimulatedDisk();

    /** A store that was closed with a whole index. */
    private SimulatedDisk closed(int steps) {
        try (FileEventStore store = FileEventStore.open(disk, OPTIONS)) {
            workload.run(store, steps);
        }
        disk.paths(IndexFile.DIRECTORY + "/").forEach(disk::remove);
        FileEventStore.open(disk, OPTIONS).close();
        return disk;
    }

    /** Goes on until there are so many parts, and gives what a kill leaves. */
    private SimulatedDisk killed(int parts) throws IOException {
        FileEventStore store = FileEventStore.open(closed(STEPS), OPTIONS);
        while (IndexPart.paths(disk).size() < parts) {
            workload.run(store, 1);
            assertThat(store.lastCommit()).isLessThan(2_000);
        }
        store.awaitDurable(store.lastCommit());
        workload.model().acknowledge();
        SimulatedDisk killed = disk.afterKill();
        store.close();
        return killed;
    }

    /** Until there are two commits more, whatever the store refuses. */
    private static void runALittle(Workload workload, FileEventStore store) {
        long before = store.lastCommit();
        while (store.lastCommit() < before + 2) {
            workload.run(store, 1);
        }
    }

    private static OpenReport assertHolds(SimulatedDisk left, Workload expected) {
        try (FileEventStore store = FileEventStore.open(left, OPTIONS)) {
            expected.assertSame(store);
            return store.report();
        }
    }

    @Test
    void a_killed_store_reads_the_whole_index_its_parts_and_the_last_segment() throws IOException {
        SimulatedDisk killed = killed(2);

        OpenReport report = assertHolds(killed.afterKill(), workload);

        assertThat(report.linesScanned()).isLessThan(40);
        assertThat(assertHolds(withoutParts(killed), workload).linesScanned()).isGreaterThan(report.linesScanned());
    }

    private static SimulatedDisk withoutParts(SimulatedDisk killed) throws IOException {
        SimulatedDisk without = killed.afterKill();
        IndexPart.paths(without).forEach(without::remove);
        return without;
    }

    @Test
    void a_closed_store_has_a_part_for_what_came_since_and_scans_nothing() throws IOException {
        byte[] whole = closed(SO_MANY_THAT_FEW_MORE_ARE_A_PART).content(IndexFile.PATH);
        try (FileEventStore store = FileEventStore.open(disk, OPTIONS)) {
            runALittle(workload, store);
        }

        assertThat(disk.content(IndexFile.PATH)).isEqualTo(whole);
        assertThat(IndexPart.paths(disk)).isNotEmpty();
        assertThat(assertHolds(disk, workload).linesScanned()).isZero();
    }

    @Test
    void parts_are_made_a_part_of_the_whole_and_deleted_when_the_log_has_grown() throws IOException {
        SimulatedDisk left = killed(1);
        String part = IndexPart.paths(left).get(0);
        String interrupted = IndexFile.DIRECTORY + "/" + SegmentName.digits(3) + ".index.tmp";
        left.put(interrupted, new byte[9]);

        try (FileEventStore store = FileEventStore.open(left, OPTIONS)) {
            workload.run(store, 60);
        }

        assertThat(left.paths(IndexFile.DIRECTORY + "/"))
                .contains(IndexFile.PATH)
                .doesNotContain(part, interrupted);
        assertThat(assertHolds(left, workload).linesScanned()).isZero();
    }

    @Test
    void a_damaged_part_and_those_behind_it_are_read_from_the_log() throws IOException {
        SimulatedDisk killed = killed(2);
        Random random = new Random(seed);
        List<String> parts = IndexPart.paths(killed);
        int times = 0;
        for (String part : parts) {
            byte[] content = killed.content(part);
            assertHolds(killed.afterKill().remove(part), workload);
            for (int at = 0; at < content.length; at += 1 + random.nextInt(9), times += 2) {
                byte[] flipped = content.clone();
                flipped[at] ^= (byte) (1 + random.nextInt(255));
                assertHolds(killed.afterKill().put(part, flipped), workload);
                assertHolds(killed.afterKill().put(part, Arrays.copyOf(content, at)), workload);
            }
            SimulatedDisk damaged = killed.afterKill().put(part, Arrays.copyOf(content, content.length / 2));
            assertThat(Verification.of(damaged).staleCaches()).contains(part);
        }
        assertThat(Verification.of(killed).staleCaches()).isEmpty();
        Figures.tried(
                "bytes of the parts of an index flipped, the parts cut to as many lengths",
                times + " times",
                "the store opens with nothing changed");
        System.out.println("seed " + seed);
    }

    @Test
    void a_part_of_a_log_that_went_another_way_is_none() throws IOException {
        SimulatedDisk one = closed(SO_MANY_THAT_FEW_MORE_ARE_A_PART).afterKill();
        SimulatedDisk other = disk.afterKill();
        Workload there = workload.fork(seed + 1, workload.model().decided());
        try (FileEventStore store = FileEventStore.open(one, OPTIONS)) {
            runALittle(workload, store);
        }
        try (FileEventStore store = FileEventStore.open(other, OPTIONS)) {
            runALittle(there, store);
        }
        String part = IndexPart.paths(one).get(0);
        assertThat(IndexPart.paths(other)).startsWith(part);

        assertHolds(other.put(part, one.content(part)), there);
    }

    @Test
    void the_power_may_fail_at_any_operation_while_parts_are_written() {
        SimulatedDisk running = closed(STEPS).afterKill();
        List<Crash> crashes = new ArrayList<>();
        running.watch(() -> crashes.add(new Crash(seed, running.operations(), workload.now(), running.fork())));
        try (FileEventStore store = FileEventStore.open(running, OPTIONS)) {
            workload.run(store, 40);
        }

        Random random = new Random(seed);
        long parts = crashes.stream()
                .filter(crash ->
                        crash.disk().journal().get(crash.operation() - 1).contains(IndexFile.DIRECTORY))
                .map(crash -> {
                    crash.goOn(crash.disk().afterPowerLoss(Tear.random(random)), "power lost");
                    return crash.goOn(crash.disk().afterKill(), "killed");
                })
                .count();
        Figures.tried(
                "power lost and process killed at every operation on the index and its parts",
                2 * parts + " times",
                "the store opens; nothing acknowledged is lost");
        assertThat(parts).isGreaterThan(8);
    }

    @Test
    void with_fsync_turned_off_the_index_is_written_too_and_names_what_is_on_the_disk() throws IOException {
        FileStoreOptions plain = OPTIONS.withDurability(Durability.OS);
        FileEventStore store = FileEventStore.open(disk, plain);
        workload.run(store, STEPS);
        store.awaitDurable(store.lastCommit());
        workload.model().acknowledge();

        OpenReport killed = assertHolds(disk.afterKill(), workload);
        assertThat(killed.linesScanned()).isLessThan(40);

        Random random = new Random(seed);
        for (int n = 0; n < 20; n++) {
            SimulatedDisk lost = disk.afterPowerLoss(Tear.random(random));
            try (FileEventStore again = FileEventStore.open(lost, plain)) {
                workload.fork(seed, again.lastCommit()).assertSame(again);
            }
        }
        store.close();
    }

    /** Nothing that the store has written: whoever forges a part with the right checksums has the log read instead. */
    @Test
    void a_forged_part_is_no_index() throws IOException {
        for (long[] words : new long[][] {{1, -1, 0}, {1, 1, 5, 1}, {1, 1, 0, 0}}) {
            SimulatedDisk forged = new SimulatedDisk();
            IndexOutput output = new IndexOutput(forged.openForWriting("part"), 0, 0);
            output.words(words, 0, words.length).end();
            IndexInput input = new IndexInput(forged.openForReading("part"), 0, 0);
            AddedEvents events =
                    new AddedEvents(new StreamTable(new Hash("store")), new EventTable(), new CommandTable());

            assertThatExceptionOfType(BadLine.class).isThrownBy(() -> events.read(input));
        }
    }

    @Test
    void a_part_is_due_when_the_segment_is_full_in_which_the_index_ends() {
        IndexReach reach = new IndexReach(END, 1, 80_000, 0);

        assertThat(reach.isDue(7, 1_000, 0)).isFalse();
        assertThat(reach.isDue(8, 1_000, 0)).isTrue();
    }

    @Test
    void rows_are_not_written_again_and_again_where_they_outweigh_the_log() {
        IndexReach reach = new IndexReach(END, 1, 80_000, 0);

        assertThat(reach.isDue(8, 1_000, 500)).isTrue();
        assertThat(reach.isDue(8, 1_000, 5_000)).isFalse();
        assertThat(reach.isDue(17, 1_000, 5_000)).isTrue();
    }

    @Test
    void the_whole_index_is_written_when_the_log_has_grown_by_an_eighth_or_there_are_many_parts() {
        IndexReach reach = new IndexReach(END, 1, 80_000, 0);

        assertThat(reach.isWholeDue(90_000, false)).isFalse();
        assertThat(reach.isWholeDue(90_001, false)).isTrue();
        assertThat(new IndexReach(END, 1, 80_000, 32).isWholeDue(80_001, false)).isTrue();
    }

    @Test
    void a_store_that_is_closed_has_time_to_write_the_whole_index_when_it_has_grown_by_a_part_of_32() {
        IndexReach reach = new IndexReach(END, 1, 80_000, 0);

        assertThat(reach.isWholeDue(82_500, true)).isFalse();
        assertThat(reach.isWholeDue(82_501, true)).isTrue();
    }
}
