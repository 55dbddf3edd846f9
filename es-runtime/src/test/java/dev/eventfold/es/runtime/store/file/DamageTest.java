package dev.eventfold.es.runtime.store.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.fail;

import dev.eventfold.es.runtime.Effort;
import dev.eventfold.es.runtime.Figures;
import dev.eventfold.es.runtime.StoreDamaged;
import dev.eventfold.es.runtime.StoreFailed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What a store makes of files that are not as it left them (R7). Never a wrong answer: the right one, or an error that names the place. */
@Execution(ExecutionMode.CONCURRENT)
class DamageTest {
    private static final FileStoreOptions OPTIONS = Written.OPTIONS;

    private final long seed = Effort.seed();

    private static void assertRefused(SimulatedDisk disk, String file, Object... what) {
        try (FileEventStore store = FileEventStore.open(disk, OPTIONS)) {
            fail("not refused: %s, commits %d", Arrays.toString(what), store.lastCommit());
        } catch (StoreDamaged e) {
            assertThat(e).hasMessageContainingAll("directory=simulated", "file=", "offset=", "expected");
            assertThat(e).as(Arrays.toString(what)).hasMessageContaining("file=" + file);
        }
    }

    /** Refused, or where the index spares reading it at once, by whatever read needs it. No other answer is wrong. */
    private static void assertNeverWrong(SimulatedDisk disk, Workload workload, String file, Object... what) {
        List<StoreDamaged> refusals;
        try (FileEventStore store = FileEventStore.open(disk, OPTIONS)) {
            refusals = workload.refusals(store);
        } catch (StoreDamaged e) {
            refusals = List.of(e);
        } catch (AssertionError e) {
            throw new AssertionError(Arrays.toString(what), e);
        }
        assertThat(refusals)
                .as(Arrays.toString(what))
                .allSatisfy(e -> assertThat(e)
                        .hasMessageContainingAll("directory=simulated", "file=" + file, "offset=", "expected"));
    }

    private static SimulatedDisk withoutIndex(SimulatedDisk disk) {
        return disk.afterKill().remove(IndexFile.PATH);
    }

    private static void assertHolds(SimulatedDisk disk, Workload workload, int cuts) {
        try (FileEventStore store = FileEventStore.open(disk, OPTIONS)) {
            assertThat(store.report().cuts()).hasSize(cuts);
            workload.assertSame(store);
        }
    }

    @Test
    void a_flipped_byte_of_the_log_is_refused() {
        Written sample = Written.of(seed, 10);
        Random random = new Random(seed);
        int flips = 0;
        for (SimulatedDisk disk : List.of(sample.closed(), sample.killed())) {
            for (String path : sample.segments()) {
                byte[] content = disk.content(path);
                for (int at = 0; at < content.length; at++) {
                    for (int flip : new int[] {1 << random.nextInt(8), 1 + random.nextInt(255)}) {
                        byte[] flipped = content.clone();
                        flipped[at] ^= (byte) flip;
                        flips++;
                        if (path.equals(sample.lastSegment()) && at == content.length - 1) {
                            assertLastLineBreakMayGo(disk.afterKill().put(path, flipped), sample.workload());
                        } else {
                            SimulatedDisk damaged = withoutIndex(disk).put(path, flipped);
                            assertRefused(damaged, path, "seed", seed, path, at, flip);
                        }
                    }
                }
            }
        }
        Figures.tried(
                "every byte of small logs flipped, twice, after a clean close and after a kill",
                flips + " flips",
                "refused, all of them (but for the very last line break, without which the log is whole)");
        System.out.println("seed " + seed);
    }

    @Test
    void a_flipped_byte_that_the_index_hides_fails_the_read_that_needs_it() {
        Written sample = Written.of(seed, 10);
        Random random = new Random(seed);
        int flips = 0;
        for (SimulatedDisk disk : List.of(sample.closed(), sample.killed())) {
            for (String path : sample.segments()) {
                byte[] content = disk.content(path);
                for (int at = 0; at < content.length; at++) {
                    byte[] flipped = content.clone();
                    flipped[at] ^= (byte) (1 + random.nextInt(255));
                    flips++;
                    SimulatedDisk damaged = disk.afterKill().put(path, flipped);
                    assertNeverWrong(damaged, sample.workload(), path, "seed", seed, path, at);
                }
            }
        }
        Figures.tried(
                "the same with an index file, so that the log is not read at once",
                flips + " flips",
                "refused, or the read that needs the line fails; no answer is wrong");
        System.out.println("seed " + seed);
    }

    /** The last byte is a line break: without it the last commit is whole, with something else it is not. */
    private static void assertLastLineBreakMayGo(SimulatedDisk disk, Workload workload) {
        try (FileEventStore store = FileEventStore.open(disk, OPTIONS)) {
            workload.assertSame(store);
        } catch (StoreDamaged e) {
            assertThat(e).hasMessageContaining("expected");
        }
    }

    @Test
    void a_log_that_was_cut_short_is_refused() {
        Written sample = Written.of(seed, 10);
        int cuts = 0;
        for (SimulatedDisk disk : List.of(sample.closed(), sample.killed())) {
            for (String path : sample.segments()) {
                byte[] content = disk.content(path);
                for (int length = 0; length < content.length; length++, cuts++) {
                    SimulatedDisk cut = disk.afterKill().put(path, Arrays.copyOf(content, length));
                    if (path.equals(sample.lastSegment()) && length == content.length - 1) {
                        assertHolds(cut, sample.workload(), 0);
                    } else {
                        assertRefused(cut, path, "seed", seed, path, length);
                    }
                }
            }
        }
        Figures.tried("logs cut to every length", String.valueOf(cuts), "refused, all of them");
        System.out.println("seed " + seed);
    }

    @Test
    void without_the_head_at_most_the_last_fsync_group_goes_and_is_kept_aside() {
        Written sample = Written.of(seed, 25, FileStoreOptions.standard());
        String path = sample.lastSegment();
        byte[] content = sample.killed().content(path);
        Random random = new Random(seed);
        int refused = 0;
        int cut = 0;
        for (int at = 0; at < content.length; at++) {
            byte[] flipped = content.clone();
            flipped[at] ^= (byte) (1 + random.nextInt(255));
            SimulatedDisk disk = sample.killed().afterKill().remove(Head.NAME).put(path, flipped);
            try (FileEventStore store = FileEventStore.open(disk, OPTIONS)) {
                Workload kept = sample.workload().fork(seed, store.lastCommit());
                kept.assertSame(store);
                cut += assertKeptAside(store, disk, path, flipped);
            } catch (StoreDamaged e) {
                refused++;
            }
        }
        Figures.tried(
                "every byte flipped and the head lost as well",
                (refused + cut) + " flips",
                refused + " refused, " + cut + " cut: at most the last group of commits, kept aside and reported");
        System.out.println("seed " + seed);
        assertThat(refused).isPositive();
        assertThat(cut).isPositive();
    }

    private static int assertKeptAside(FileEventStore store, SimulatedDisk disk, String path, byte[] before) {
        List<OpenReport.Cut> cuts = store.report().cuts();
        for (OpenReport.Cut one : cuts) {
            assertThat(one.file()).isEqualTo(path);
            assertThat(one.keptIn()).isEqualTo(path + ".cut-" + one.offset());
            assertThat(disk.content(one.keptIn()))
                    .isEqualTo(Arrays.copyOfRange(before, (int) one.offset(), before.length))
                    .hasSize((int) one.bytes());
            assertThat(disk.content(path)).isEqualTo(Arrays.copyOf(before, (int) one.offset()));
        }
        return cuts.size();
    }

    @Test
    @DisplayName("W-09 what an interrupted write left is cut and kept, and the store goes on")
    void what_an_interrupted_write_left_is_cut_and_kept_and_the_store_goes_on() {
        Written sample = Written.of(seed, 12);
        byte[] before = sample.killed().content(sample.lastSegment());
        byte[] tail = nextCommits(sample, before.length);
        for (int length = 1; length <= tail.length; length++) {
            byte[] torn = Arrays.copyOf(before, before.length + length);
            System.arraycopy(tail, 0, torn, before.length, length);
            SimulatedDisk disk = sample.killed().afterKill().put(sample.lastSegment(), torn);
            long commit;
            try (FileEventStore store = FileEventStore.open(disk, OPTIONS)) {
                commit = store.lastCommit();
                assertThat(commit)
                        .isGreaterThanOrEqualTo(sample.workload().model().decided());
                assertKeptAside(store, disk, sample.lastSegment(), torn);
            }
            try (FileEventStore store = FileEventStore.open(disk, OPTIONS)) {
                assertThat(store.lastCommit()).isEqualTo(commit);
                assertThat(store.report().cuts()).isEmpty();
            }
        }
    }

    /** What the log goes on with when two more commits of several lines are made. */
    private static byte[] nextCommits(Written sample, int length) {
        SimulatedDisk disk = sample.killed().afterKill();
        FileStoreOptions large = FileStoreOptions.standard();
        try (FileEventStore store = FileEventStore.open(disk, large)) {
            sample.workload().fork(7, store.lastCommit()).run(store, 12);
        }
        byte[] content = disk.content(sample.lastSegment());
        return Arrays.copyOfRange(content, length, Math.min(content.length, length + 1200));
    }

    @Test
    void empty_lines_behind_the_log_are_room_and_not_damage() {
        Written sample = Written.of(seed, 12);
        byte[] before = sample.closed().content(sample.lastSegment());
        byte[] filled = Arrays.copyOf(before, before.length + 5000);
        Arrays.fill(filled, before.length, filled.length, (byte) '\n');
        SimulatedDisk disk = sample.closed().afterKill().put(sample.lastSegment(), filled);

        assertHolds(disk, sample.workload(), 0);

        assertThat(disk.content(sample.lastSegment())).isEqualTo(before);
        assertThat(disk.paths()).isEqualTo(sample.closed().paths());
    }

    @Test
    void a_flipped_byte_in_the_room_for_more_lines_is_cut_and_nothing_else() {
        Written sample = Written.of(seed, 12);
        byte[] before = sample.killed().content(sample.lastSegment());
        for (int at = before.length; at < before.length + 60; at++) {
            byte[] filled = Arrays.copyOf(before, before.length + 60);
            Arrays.fill(filled, before.length, filled.length, (byte) '\n');
            filled[at] ^= 4;
            SimulatedDisk disk = sample.killed().afterKill().put(sample.lastSegment(), filled);

            assertThat(Verification.of(disk).damage()).isEmpty();
            assertHolds(disk, sample.workload(), 1);

            assertThat(disk.content(sample.lastSegment())).isEqualTo(before);
        }
    }

    @Test
    void a_copy_of_the_last_line_is_a_torn_tail() {
        Written sample = Written.of(seed, 12);
        List<String> lines = lines(sample.closed(), sample.lastSegment());
        lines.add(lines.get(lines.size() - 1));

        SimulatedDisk disk = sample.closed().afterKill().put(sample.lastSegment(), bytes(lines));

        assertHolds(disk, sample.workload(), 1);
    }

    @Test
    void lines_that_are_missing_doubled_or_swapped_are_refused() {
        Effort.seeds(4, Duration.ofSeconds(45)).forEach(one -> assertLinesAreMissed(Written.of(one, 10)));
    }

    private static void assertLinesAreMissed(Written sample) {
        for (String path : sample.segments()) {
            List<String> lines = lines(sample.closed(), path);
            for (int n = 0; n < lines.size(); n++) {
                List<String> missing = new ArrayList<>(lines);
                missing.remove(n);
                assertRefused(sample.closed().afterKill().put(path, bytes(missing)), path, "missing", n);
                if (n + 1 < lines.size()) {
                    List<String> doubled = new ArrayList<>(lines);
                    doubled.add(n, lines.get(n));
                    assertRefused(sample.closed().afterKill().put(path, bytes(doubled)), path, "doubled", n);
                    List<String> swapped = new ArrayList<>(lines);
                    Collections.swap(swapped, n, n + 1);
                    assertRefused(withoutIndex(sample.closed()).put(path, bytes(swapped)), path, "swapped", n);
                    SimulatedDisk hidden = sample.closed().afterKill().put(path, bytes(swapped));
                    assertNeverWrong(hidden, sample.workload(), path, "swapped", n);
                }
            }
        }
    }

    private static List<String> lines(SimulatedDisk disk, String path) {
        return new ArrayList<>(
                new String(disk.content(path), StandardCharsets.UTF_8).lines().toList());
    }

    private static byte[] bytes(List<String> lines) {
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void segments_that_are_missing_doubled_or_swapped_are_refused() {
        Written sample = Written.of(seed, 40);
        List<String> segments = sample.segments();
        assertThat(segments).hasSizeGreaterThan(3);
        for (int n = 0; n < segments.size(); n++) {
            String path = segments.get(n);
            assertRefused(sample.closed().afterKill().remove(path), "events/", "missing", path);
            assertRefused(
                    sample.closed()
                            .afterKill()
                            .put(
                                    SegmentName.path(3_000_000 + n),
                                    sample.closed().content(path)),
                    "events/",
                    "doubled",
                    path);
            if (n > 0) {
                String before = segments.get(n - 1);
                SimulatedDisk swapped = sample.closed().afterKill();
                swapped.put(path, sample.closed().content(before))
                        .put(before, sample.closed().content(path));
                assertRefused(swapped, before, "swapped", path);
            }
        }
    }

    @Test
    void a_log_without_segments_is_refused_where_the_head_says_that_there_were_some() {
        Written sample = Written.of(seed, 12);
        SimulatedDisk disk = sample.closed().afterKill();
        sample.segments().forEach(disk::remove);

        assertRefused(disk, SegmentName.path(1));
    }

    @Test
    void lines_of_another_store_are_refused() {
        Written sample = Written.of(seed, 25);
        Written other = Written.of(seed, 25);
        for (String path : sample.segments()) {
            assertRefused(sample.closed().afterKill().put(path, other.closed().content(path)), "events/", path);
        }
    }

    @Test
    void caches_may_be_damaged_old_missing_or_of_another_store() {
        Written sample = Written.of(seed, 10);
        Written other = Written.of(seed, 60);
        int times = assertCachesMayBeAnything(sample.closed(), other.closed(), sample.workload())
                + assertCachesMayBeAnything(sample.killed(), other.killed(), sample.workload());
        Figures.tried(
                "every byte of head, checkpoints and index file flipped, each file cut to every length, after a clean close and "
                        + "after a kill",
                times + " times",
                "the store opens with nothing changed");
        System.out.println("seed " + seed);
    }

    private int assertCachesMayBeAnything(SimulatedDisk disk, SimulatedDisk other, Workload workload) {
        Random random = new Random(seed);
        List<String> caches = disk.paths().stream()
                .filter(path -> !path.startsWith("events/"))
                .toList();
        assertThat(caches).hasSizeGreaterThan(1);
        int times = 0;
        for (String path : caches) {
            byte[] content = disk.content(path);
            assertHolds(disk.afterKill().remove(path), workload, 0);
            String likeIt = other.paths().contains(path) ? path : IndexFile.PATH; // a part has the name of a commit
            assertHolds(disk.afterKill().put(path, other.content(likeIt)), workload, 0);
            for (int at = 0; at < content.length; at++, times += 2) {
                byte[] flipped = content.clone();
                flipped[at] ^= (byte) (1 + random.nextInt(255));
                assertHolds(disk.afterKill().put(path, flipped), workload, 0);
                assertHolds(disk.afterKill().put(path, Arrays.copyOf(content, at)), workload, 0);
            }
        }
        return times;
    }

    @Test
    void each_file_beside_the_log_tells_that_commits_are_missing_when_the_others_are_gone() throws IOException {
        Written sample = Written.of(seed, 25);
        String path = sample.lastSegment();
        List<String> lines = lines(sample.closed(), path);
        lines.remove(lines.size() - 1);
        List<String> witnesses = new ArrayList<>(sample.closed().paths(Checkpoints.DIRECTORY));
        witnesses.add(Head.NAME);
        List<String> index = IndexFiles.read(sample.closed(), Directory.segments(sample.closed()))
                .orElseThrow()
                .paths();
        witnesses.add(index.get(index.size() - 1));
        for (String left : witnesses) {
            SimulatedDisk disk = sample.closed().afterKill().put(path, bytes(lines));
            index.stream().filter(other -> !other.equals(left)).forEach(disk::remove);
            witnesses.stream().filter(other -> !other.equals(left)).forEach(disk::remove);

            assertRefused(disk, path, "seed", seed, left);
        }
    }

    @Test
    void an_old_index_is_gone_on_from_and_one_of_a_longer_log_refuses() {
        Written sample = Written.of(seed, 25);
        SimulatedDisk disk = sample.closed().afterKill();
        byte[] old = disk.content(IndexFile.PATH);
        Workload longer;
        try (FileEventStore store = FileEventStore.open(disk, OPTIONS)) {
            longer = sample.workload().fork(seed, store.lastCommit());
            longer.run(store, 12);
        }

        assertHolds(disk.afterKill().put(IndexFile.PATH, old), longer, 0);
        assertRefused(
                sample.closed().afterKill().put(IndexFile.PATH, disk.content(IndexFile.PATH)),
                sample.lastSegment(),
                "seed",
                seed);
    }

    @Test
    void a_line_that_is_damaged_while_the_store_is_open_fails_the_read_that_needs_it() {
        Written sample = Written.of(seed, 25);
        SimulatedDisk disk = withoutIndex(sample.closed());
        String path = sample.segments().get(1);
        try (FileEventStore store = FileEventStore.open(disk, OPTIONS)) {
            byte[] content = disk.content(path);
            for (int at = 200; at < content.length; at++) {
                content[at] = 'x';
            }
            disk.put(path, content);

            assertThatExceptionOfType(StoreDamaged.class)
                    .isThrownBy(() -> sample.workload().assertSame(store))
                    .withMessageContainingAll("directory=simulated", "file=" + path, "offset=", "expected");
        }
    }

    @Test
    void a_newer_format_is_refused_by_name() {
        SegmentHeader newer = new SegmentHeader(1, 2, "k3v9qx7m", 1, 1, java.time.Instant.EPOCH);
        SimulatedDisk disk = new SimulatedDisk().put(SegmentName.path(1), newer.line());

        assertThatExceptionOfType(StoreFailed.class)
                .isThrownBy(() -> FileEventStore.open(disk, OPTIONS))
                .withMessageContainingAll("newer version", "format=2", "directory=simulated");
    }
}
