package dev.eventfold.es.runtime.store.file;

import static dev.eventfold.es.runtime.store.conformance.Samples.ANY;
import static dev.eventfold.es.runtime.store.conformance.Samples.append;
import static dev.eventfold.es.runtime.store.conformance.Samples.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.eventfold.es.runtime.RepairReport;
import dev.eventfold.es.runtime.StoreDamaged;
import dev.eventfold.es.runtime.StoreFailed;
import dev.eventfold.es.runtime.VerifyReport;
import dev.eventfold.es.runtime.store.Commit;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A log of which the first line of a file is damaged: the lines behind it are still told apart from damaged ones. */
@Execution(ExecutionMode.CONCURRENT)
class DamagedHeaderTest {
    private static final Pattern EVENT = Pattern.compile("\"position\":(\\d+),\"stream\":\"([^\"]+)\"");

    private final long seed = new Random().nextLong();
    private final Written written = Written.of(seed, 30);
    private final String first = written.segments().get(0);
    private final String second = written.segments().get(1);

    /** With a byte of the store's id changed. */
    private static void damageHeader(SimulatedDisk disk, String path) {
        byte[] content = disk.content(path);
        content[text(content).indexOf("\"store\":\"") + 9] = '!';
        disk.put(path, content);
    }

    private static void damage(SimulatedDisk disk, String path, int at) {
        byte[] content = disk.content(path);
        content[at] ^= 1;
        disk.put(path, content);
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.UTF_8);
    }

    private static List<String> events(SimulatedDisk disk, List<String> paths) {
        return paths.stream().flatMap(path -> events(text(disk.content(path)))).toList();
    }

    private static Stream<String> events(String text) {
        return EVENT.matcher(text).results().map(found -> found.group(1) + " " + found.group(2));
    }

    /** Nothing but the log. */
    private SimulatedDisk withoutCaches() {
        SimulatedDisk disk = written.closed().afterKill();
        disk.paths().stream().filter(path -> !path.startsWith("events/")).forEach(disk::remove);
        return disk;
    }

    private static SimulatedDisk withOneCommit() {
        SimulatedDisk disk = new SimulatedDisk();
        try (FileEventStore store = FileEventStore.open(disk, FileStoreOptions.standard())) {
            store.commit(Commit.of(append(stream("a"), ANY, 1)));
        }
        return disk;
    }

    private void assertAllIsTold(SimulatedDisk disk) {
        List<String> events = events(written.closed(), written.segments());

        VerifyReport found = Verification.of(disk);
        RepairReport repaired = Repair.of(disk);

        assertThat(found.commit()).isZero();
        assertThat(found.damage()).as("seed %d", seed).singleElement().satisfies(damage -> {
            assertThat(damage.file()).isEqualTo(first);
            assertThat(damage.offset()).isZero();
        });
        assertThat(repaired.commit()).isZero();
        assertThat(repaired.lostCommits()).isEqualTo(written.workload().model().decided());
        assertThat(repaired.readableEvents()).isEqualTo(events).hasSizeGreaterThan(20);
        assertThat(repaired.cuts()).extracting(RepairReport.Cut::file).containsAll(written.segments());
        FileEventStore.open(disk, Written.OPTIONS).close();
    }

    @Test
    void the_caches_say_which_store_it_is_when_the_first_line_does_not() {
        SimulatedDisk disk = written.closed().afterKill();
        damageHeader(disk, first);
        written.segments().stream().skip(1).forEach(path -> damageHeader(disk, path));

        VerifyReport found = Verification.of(disk);
        RepairReport repaired = Repair.of(disk);

        assertThat(found.damage()).extracting(VerifyReport.Damage::file).containsExactlyElementsOf(written.segments());
        assertThat(found.damage()).extracting(VerifyReport.Damage::offset).containsOnly(0L);
        assertThat(repaired.readableEvents()).isEqualTo(events(written.closed(), written.segments()));
    }

    @Test
    void the_other_files_of_the_log_say_it_too() {
        SimulatedDisk disk = withoutCaches();
        damageHeader(disk, first);

        assertThatExceptionOfType(StoreDamaged.class)
                .isThrownBy(() -> FileEventStore.open(disk.afterKill(), Written.OPTIONS));
        assertAllIsTold(disk);
    }

    @Test
    void files_of_another_store_beside_it_mislead_nobody() {
        SimulatedDisk disk = withoutCaches();
        SimulatedDisk other = withOneCommit();
        other.paths().stream()
                .filter(path -> !path.startsWith("events/"))
                .forEach(path -> disk.put(path, other.content(path)));
        SimulatedDisk alone = disk.afterKill();
        damageHeader(disk, first);
        written.segments().forEach(path -> damageHeader(alone, path));

        assertAllIsTold(disk);
        assertThat(Repair.of(alone).readableEvents()).isEmpty();
    }

    @Test
    void damage_behind_the_first_line_is_told_as_well() {
        SimulatedDisk disk = written.closed().afterKill();
        damageHeader(disk, first);
        int at = text(disk.content(second)).indexOf("\n{\"c\":") + 3;
        damage(disk, second, at);

        assertThat(Verification.of(disk).damage())
                .extracting(VerifyReport.Damage::file, VerifyReport.Damage::offset)
                .containsExactly(tuple(first, 0L), tuple(second, (long) at - 2));
    }

    @Test
    void behind_the_first_line_of_a_later_file_everything_is_listened_to() {
        SimulatedDisk disk = written.closed().afterKill();
        damageHeader(disk, second);

        VerifyReport found = Verification.of(disk);
        RepairReport repaired = Repair.of(disk);

        assertThat(found.damage()).extracting(VerifyReport.Damage::file).containsExactly(second);
        assertThat(repaired.commit()).isEqualTo(found.commit()).isPositive();
        assertThat(repaired.lostCommits()).isEqualTo(written.workload().model().decided() - found.commit());
        assertThat(repaired.readableEvents())
                .isEqualTo(events(
                        written.closed(),
                        written.segments().subList(1, written.segments().size())));
    }

    @Test
    void lines_of_the_damaged_commit_that_were_read_before_the_damage_are_told() {
        SimulatedDisk disk = new SimulatedDisk();
        try (FileEventStore store = FileEventStore.open(disk, FileStoreOptions.standard())) {
            store.commit(Commit.of(append(stream("a"), ANY, 1)));
            store.commit(Commit.of(append(stream("b"), ANY, 3)));
            store.commit(Commit.of(append(stream("c"), ANY, 1)));
        }
        String path = disk.paths("events/").get(0);
        damage(disk, path, text(disk.content(path)).indexOf("\"c\":2,\"i\":2,") + 30);

        VerifyReport found = Verification.of(disk);
        RepairReport repaired = Repair.of(disk);

        assertThat(found.lines()).isOne();
        assertThat(repaired.commit()).isOne();
        assertThat(repaired.readableEvents()).containsExactly("2 inventory/b", "3 inventory/b", "5 inventory/c");
    }

    @Test
    void without_anything_that_names_a_store_it_is_none() {
        SimulatedDisk disk = withOneCommit();
        disk.paths().stream().filter(path -> !path.startsWith("events/")).forEach(disk::remove);
        damageHeader(disk, SegmentName.path(1));
        int operations = disk.operations();

        assertThatExceptionOfType(StoreFailed.class)
                .isThrownBy(() -> Repair.of(disk))
                .withMessageContaining("not a store");
        assertThat(disk.operations()).isEqualTo(operations);
    }
}
