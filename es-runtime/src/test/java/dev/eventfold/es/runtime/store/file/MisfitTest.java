package dev.eventfold.es.runtime.store.file;

import static dev.eventfold.es.runtime.store.conformance.Samples.ANY;
import static dev.eventfold.es.runtime.store.conformance.Samples.append;
import static dev.eventfold.es.runtime.store.conformance.Samples.one;
import static dev.eventfold.es.runtime.store.conformance.Samples.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.eventfold.es.runtime.RepairReport;
import dev.eventfold.es.runtime.StoreDamaged;
import dev.eventfold.es.runtime.VerifyReport;
import dev.eventfold.es.runtime.store.Commit;
import dev.eventfold.es.runtime.store.View;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Lines that are whole, each for itself, and do not follow those before them: damage, and at the same place for whoever looks. */
@Execution(ExecutionMode.CONCURRENT)
class MisfitTest {
    private static final FileStoreOptions OPTIONS = FileStoreOptions.standard();

    /** The second line of commit 3. */
    private static final String LINE = "{\"c\":3,\"i\":1";

    private final SimulatedDisk disk = new SimulatedDisk();
    private final String path = SegmentName.path(1);

    /** Five commits. */
    @BeforeEach
    void write() {
        try (FileEventStore store = FileEventStore.open(disk, OPTIONS)) {
            store.commit(one(stream("a")));
            store.commit(one(stream("b")));
            store.commit(
                    new Commit(List.of(append(stream("a"), ANY, 1), append(stream("b"), ANY, 2)), List.of(), null));
            store.commit(one(stream("a")));
            store.commit(one(stream("c")));
        }
    }

    private String text() {
        return new String(disk.content(path), StandardCharsets.UTF_8);
    }

    /** Gives the event of a line another version, and the right checksum. */
    private void forge(String line, long version) throws IOException {
        String text = text();
        int at = text.indexOf("\"version\":", text.indexOf(line));
        String forged = text.substring(0, at) + "\"version\":" + version + text.substring(text.indexOf(',', at));
        String store = Head.read(disk).orElseThrow().store();
        disk.put(path, Mutator.seal(forged.getBytes(StandardCharsets.UTF_8), store));
    }

    private void assertCutBefore(SimulatedDisk damaged, long commit, String line, String expected) {
        long at = text().indexOf(line);

        VerifyReport found = Verification.of(damaged);
        StoreDamaged refused =
                catchThrowableOfType(StoreDamaged.class, () -> FileEventStore.open(damaged.afterKill(), OPTIONS));
        RepairReport repaired = Repair.of(damaged);

        assertThat(found.commit()).isEqualTo(commit);
        assertThat(found.lines()).isEqualTo(commit);
        assertThat(found.position()).isEqualTo(commit);
        assertThat(found.damage()).singleElement().satisfies(damage -> {
            assertThat(damage.file()).isEqualTo(path);
            assertThat(damage.offset()).isEqualTo(at);
            assertThat(damage.expected()).contains("expected commit " + (commit + 1), expected);
            assertThat(refused).hasMessageContainingAll("file=" + path, "offset=" + at, damage.expected());
        });
        assertThat(repaired.commit()).isEqualTo(commit);
        assertThat(repaired.position()).isEqualTo(commit);
        assertThat(repaired.lostCommits()).isEqualTo(5 - commit);
        assertThat(repaired.cuts())
                .singleElement()
                .satisfies(cut -> assertThat(new String(damaged.content(cut.keptIn()), StandardCharsets.UTF_8))
                        .startsWith("{\"c\":" + (commit + 1) + ",\"i\":0"));
        assertThat(Verification.of(damaged).damage()).isEmpty();
        try (FileEventStore store = FileEventStore.open(damaged, OPTIONS)) {
            assertThat(store.lastCommit()).isEqualTo(commit);
            assertThat(store.version(stream("a"), View.DECIDED)).isOne();
        }
    }

    @Test
    void an_event_that_is_not_the_next_of_its_stream_is_cut_with_all_of_its_commit() throws IOException {
        forge(LINE, 5);

        RepairReport repaired = Repair.of(disk.afterKill().remove(IndexFile.PATH));

        assertCutBefore(
                disk.afterKill().remove(IndexFile.PATH), 2, LINE, "expected version 2 of stream inventory/b, not 5");
        assertThat(repaired.readableEvents())
                .containsExactly("3 inventory/a", "4 inventory/b", "5 inventory/b", "6 inventory/a", "7 inventory/c");
    }

    @Test
    void nothing_beside_the_log_is_needed_to_tell_it_from_a_torn_tail() throws IOException {
        forge("{\"c\":5", 2);
        SimulatedDisk alone = disk.afterKill();
        alone.paths().stream().filter(name -> !name.startsWith("events/")).forEach(alone::remove);

        VerifyReport found = Verification.of(alone);

        assertThat(found.commit()).isEqualTo(4);
        assertThat(found.damage()).hasSize(1);
        assertThat(found.tornBytes()).isZero();
        assertThatExceptionOfType(StoreDamaged.class)
                .isThrownBy(() -> FileEventStore.open(alone.afterKill(), OPTIONS))
                .withMessageContaining("expected version 1 of stream inventory/c, not 2");
        assertThat(Repair.of(alone).commit()).isEqualTo(4);
    }

    @Test
    void events_of_one_commit_follow_each_other() throws IOException {
        forge("{\"c\":3,\"i\":2", 2);

        assertCutBefore(
                disk.afterKill().remove(IndexFile.PATH),
                2,
                "{\"c\":3,\"i\":2",
                "expected version 3 of stream inventory/b, not 2");
    }

    @Test
    void a_reader_that_follows_stops_before_it_each_time() throws IOException {
        SimulatedDisk shared = new SimulatedDisk();
        try (FileEventStore writer = FileEventStore.open(shared, OPTIONS)) {
            writer.commit(one(stream("a")));
        }
        try (ReadOnlyEventStore reader = ReadOnlyEventStore.open(shared)) {
            assertThat(reader.version(stream("a"), View.DURABLE)).isOne();
            try (FileEventStore writer = FileEventStore.open(shared, OPTIONS)) {
                writer.commit(Commit.of(append(stream("a"), ANY, 2)));
            }
            String text = new String(shared.content(path), StandardCharsets.UTF_8);
            byte[] forged = text.replace("\"version\":3", "\"version\":4").getBytes(StandardCharsets.UTF_8);
            shared.put(
                    path, Mutator.seal(forged, Head.read(shared).orElseThrow().store()));

            for (int n = 0; n < 3; n++) {
                assertThatExceptionOfType(StoreDamaged.class)
                        .isThrownBy(() -> reader.version(stream("a"), View.DURABLE))
                        .withMessageContainingAll(
                                "file=" + path,
                                "offset=" + text.indexOf("{\"c\":2,\"i\":1"),
                                "expected version 3 of stream inventory/a, not 4");
            }
        }
    }
}
