package dev.eventfold.es.runtime.store.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.eventfold.es.runtime.Effort;
import dev.eventfold.es.runtime.Figures;
import dev.eventfold.es.runtime.RepairReport;
import dev.eventfold.es.runtime.StoreDamaged;
import dev.eventfold.es.runtime.StoreFailed;
import dev.eventfold.es.runtime.StoreLocked;
import dev.eventfold.es.runtime.VerifyReport;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Looking at a directory without changing it, and cutting a damaged log where the damage begins. */
@Execution(ExecutionMode.CONCURRENT)
class RepairTest {
    private final long seed = Effort.seed();
    private final Random random = new Random(seed);

    @Test
    void a_sound_store_is_verified_and_not_touched() {
        Written written = Written.of(seed, 30);
        for (SimulatedDisk disk : new SimulatedDisk[] {written.closed(), written.killed()}) {
            int operations = disk.operations();

            VerifyReport report = Verification.of(disk);
            RepairReport repaired = Repair.of(disk);

            assertThat(report.damage()).isEmpty();
            assertThat(report.tornBytes()).isZero();
            assertThat(report.staleCaches()).isEmpty();
            assertThat(report.commit()).isEqualTo(written.workload().model().decided());
            assertThat(report.position()).isEqualTo(repaired.position());
            assertThat(report.lines()).isGreaterThan(report.commit());
            assertThat(repaired.lostCommits()).isZero();
            assertThat(repaired.cuts()).isEmpty();
            assertThat(disk.operations()).isEqualTo(operations);
        }
    }

    @Test
    void each_flipped_byte_is_found_and_cut_with_what_is_behind_it_and_what_is_before_stays() {
        int flips = 0;
        for (long one : Effort.seeds(1, Duration.ofSeconds(40))) {
            Written written = Written.of(one, 10);
            for (SimulatedDisk disk : new SimulatedDisk[] {written.closed(), written.killed()}) {
                for (String path : written.segments()) {
                    flips += flipEach(written, disk, path);
                }
            }
        }
        Figures.tried(
                "bytes of small logs flipped, for verify and repair",
                flips + " flips",
                "found, cut there, kept aside; what was before is as it was, and the store goes on");
        System.out.println("seed " + seed);
    }

    private int flipEach(Written written, SimulatedDisk disk, String path) {
        byte[] content = disk.content(path);
        // Without its last line break a log is whole.
        int end = content.length - (path.equals(written.lastSegment()) ? 1 : 0);
        int flips = 0;
        for (int at = 0; at < end; at += Effort.rounds(3, 1)) {
            byte[] flipped = content.clone();
            flipped[at] ^= (byte) (1 + random.nextInt(255));
            flips++;
            assertRepaired(written, disk.afterKill().put(path, flipped), path, at);
        }
        return flips;
    }

    private void assertRepaired(Written written, SimulatedDisk disk, String path, int at) {
        try {
            VerifyReport found = Verification.of(disk);
            assertThat(found.damage()).isNotEmpty();
            assertThat(found.damage().get(0).file()).isEqualTo(path);
            // What became a line break is behind an empty line.
            assertThat(found.damage().get(0).offset()).isBetween(at - 2000L, at + 1L);
            long bytes = logBytes(disk);

            RepairReport repaired = Repair.of(disk);

            assertThat(repaired.commit()).isEqualTo(found.commit());
            assertThat(repaired.lostCommits())
                    .isEqualTo(written.workload().model().decided() - found.commit());
            assertThat(repaired.cuts())
                    .allSatisfy(cut -> assertThat(disk.content(cut.keptIn())).hasSize((int) cut.bytes()));
            assertThat(logBytes(disk)).as("nothing is gone").isEqualTo(bytes);
            assertThat(Verification.of(disk).damage()).isEmpty();
            assertThat(Repair.of(disk).cuts()).isEmpty();
            try (FileEventStore store = FileEventStore.open(disk, Written.OPTIONS)) {
                assertThat(store.report().cuts()).isEmpty();
                assertThat(store.lastCommit()).isEqualTo(found.commit());
                Workload kept = written.workload().fork(seed, found.commit());
                kept.assertSame(store);
                kept.run(store, 3);
            }
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("seed " + seed + ", " + path + " at " + at, e);
        }
    }

    @Test
    void the_header_of_a_segment_without_commits_is_no_less_than_another_line() {
        byte[] beginning = "{\"segment\":".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        Written written = Written.of(seed, 12);
        SimulatedDisk begun = withSegmentBegun(written);
        String path = SegmentName.path(Verification.of(begun).commit() + 1);
        for (int at = 0; at < beginning.length; at++) {
            byte[] flipped = begun.content(path);
            flipped[at] ^= (byte) (1 + random.nextInt(254));
            if (flipped[at] != 0) {
                SimulatedDisk disk = begun.afterKill().put(path, flipped);

                assertThatExceptionOfType(StoreDamaged.class)
                        .isThrownBy(() -> FileEventStore.open(disk.afterKill(), Written.OPTIONS))
                        .withMessageContainingAll("file=" + path, "offset=0", "expected {\"segment\":");
                assertRepaired(written, disk, path, at);
            }
        }
    }

    /** As a kill leaves it when a segment was begun and nothing is in it yet. */
    private static SimulatedDisk withSegmentBegun(Written written) {
        VerifyReport report = Verification.of(written.closed());
        SegmentHeader header = new SegmentHeader(
                written.segments().size() + 1,
                written.storeId(),
                report.position() + 1,
                report.commit() + 1,
                Instant.parse("2026-11-23T22:05:01.123Z"));
        return written.closed().afterKill().put(SegmentName.path(report.commit() + 1), header.line());
    }

    private static long logBytes(SimulatedDisk disk) {
        return disk.paths("events/").stream()
                .mapToLong(path -> disk.content(path).length)
                .sum();
    }

    @Test
    void what_can_be_read_of_what_was_cut_is_told() {
        Written written = Written.of(seed, 40);
        String path = written.segments().get(1);
        byte[] content = written.closed().content(path);
        content[content.length / 2] ^= 4;
        SimulatedDisk disk = written.closed().afterKill().put(path, content);

        RepairReport repaired = Repair.of(disk);

        assertThat(repaired.cuts())
                .extracting(RepairReport.Cut::file)
                .contains(path, written.lastSegment())
                .doesNotContain(written.segments().get(0));
        assertThat(repaired.readableEvents())
                .hasSizeGreaterThan(5)
                .allMatch(event -> event.matches("\\d+ (order|inventory)/i-\\d"));
    }

    @Test
    void a_repair_that_is_broken_off_at_any_operation_is_done_again() {
        Written written = Written.of(seed, 25);
        String path = written.segments().get(1);
        byte[] content = written.closed().content(path);
        content[content.length / 2] ^= 4;
        SimulatedDisk damaged = written.closed().afterKill().put(path, content);
        long commit = Verification.of(damaged).commit();
        SimulatedDisk whole = damaged.afterKill();
        Repair.of(whole);
        for (int operation = 1; operation <= whole.operations(); operation++) {
            for (Tear.Pattern pattern : Tear.Pattern.values()) {
                SimulatedDisk broken = damaged.afterKill().crashAt(operation);
                assertThatExceptionOfType(SimulatedDisk.PowerLost.class).isThrownBy(() -> Repair.of(broken));
                SimulatedDisk left = broken.afterPowerLoss(new Tear(pattern, Tear.HeadFile.CURRENT, seed + operation));

                assertThat(Repair.of(left).commit()).isEqualTo(commit);

                try (FileEventStore store = FileEventStore.open(left, Written.OPTIONS)) {
                    written.workload().fork(seed, commit).assertSame(store);
                }
            }
        }
    }

    @Test
    void a_torn_tail_is_no_damage_and_is_left_to_opening() {
        Written written = Written.of(seed, 12);
        String path = written.lastSegment();
        byte[] content = written.killed().content(path);
        byte[] torn = Arrays.copyOf(content, content.length + 7);
        System.arraycopy("{\"c\":99".getBytes(java.nio.charset.StandardCharsets.UTF_8), 0, torn, content.length, 7);
        SimulatedDisk disk = written.killed().afterKill().put(path, torn);

        VerifyReport report = Verification.of(disk);

        assertThat(report.damage()).isEmpty();
        assertThat(report.tornBytes()).isEqualTo(7);
        assertThat(Repair.of(disk).cuts()).isEmpty();
        assertThat(disk.content(path)).isEqualTo(torn);
    }

    @Test
    void files_beside_the_log_that_cannot_be_believed_are_named() {
        Written written = Written.of(seed, 12);
        for (String path : StaleCachesOf.all(written.closed())) {
            byte[] content = written.closed().content(path);
            content[content.length / 3] ^= 1;

            VerifyReport report = Verification.of(written.closed().afterKill().put(path, content));

            assertThat(report.damage()).as(path).isEmpty();
            // Parts of an index are nothing without the whole one before them.
            assertThat(report.staleCaches())
                    .contains(path)
                    .allMatch(stale -> stale.equals(path)
                            || (path.equals(IndexFile.PATH) && stale.startsWith(IndexFile.DIRECTORY + "/")));
        }
    }

    /** Only to call what throws what the disk throws. */
    private static final class StaleCachesOf {
        private StaleCachesOf() {}

        static java.util.List<String> all(SimulatedDisk disk) {
            try {
                return StaleCaches.paths(disk);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }

    @Test
    void a_store_that_is_open_is_not_repaired() {
        SimulatedDisk disk = Written.of(seed, 12).closed();
        try (FileEventStore store = FileEventStore.open(disk, Written.OPTIONS)) {
            assertThat(store.partitions()).isOne();
            assertThatExceptionOfType(StoreLocked.class).isThrownBy(() -> Repair.of(disk));
            assertThat(Verification.of(disk).damage()).isEmpty();
        }
    }

    @Test
    void what_was_never_a_store_is_not_repaired() {
        SimulatedDisk disk = new SimulatedDisk()
                .put(
                        SegmentName.path(1),
                        "something else\n".repeat(30).getBytes(java.nio.charset.StandardCharsets.UTF_8));

        assertThatExceptionOfType(StoreFailed.class)
                .isThrownBy(() -> Repair.of(disk))
                .withMessageContaining("not a store");
        assertThatExceptionOfType(StoreFailed.class)
                .isThrownBy(() -> Repair.of(new SimulatedDisk().put("notes.txt", new byte[] {1})));
        assertThat(disk.operations()).isZero();
    }

    @Test
    void a_log_that_was_shortened_between_two_commits_is_found_and_taken_as_it_is() {
        Written written = Written.of(seed, 25);
        SimulatedDisk disk = written.closed().afterKill().remove(written.lastSegment());
        assertThatExceptionOfType(StoreDamaged.class)
                .isThrownBy(() -> FileEventStore.open(disk.afterKill(), Written.OPTIONS));

        assertThat(Verification.of(disk).damage()).hasSize(1);
        RepairReport repaired = Repair.of(disk);

        assertThat(repaired.lostCommits()).isPositive();
        assertThat(repaired.cuts()).isEmpty();
        FileEventStore.open(disk, Written.OPTIONS).close();
    }
}
