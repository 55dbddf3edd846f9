package dev.eventfold.es.runtime.store.file;

import static dev.eventfold.es.runtime.store.conformance.Samples.one;
import static dev.eventfold.es.runtime.store.conformance.Samples.stream;
import static org.assertj.core.api.Assertions.assertThat;

import dev.eventfold.es.runtime.VerifyReport;
import dev.eventfold.es.runtime.store.Json;
import dev.eventfold.es.runtime.store.ProjectionCheckpoint;
import dev.eventfold.es.runtime.store.Snapshot;
import dev.eventfold.es.runtime.store.View;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Looking through a directory while somebody writes to it. */
class VerificationTest {
    private final SimulatedDisk disk = new SimulatedDisk();
    private boolean written;

    @Test
    void what_a_writer_brings_up_to_date_meanwhile_is_not_called_stale() {
        try (FileEventStore store =
                FileEventStore.open(disk, FileStoreOptions.standard().withSegmentBytes(600))) {
            commitSome(store);

            VerifyReport report = Verification.of(written(store));

            assertThat(written).isTrue();
            assertThat(report.damage()).isEmpty();
            assertThat(report.staleCaches()).isEmpty();
        }
    }

    @Test
    void a_checkpoint_of_a_projection_that_is_damaged_behind_its_first_line_is_stale() {
        try (FileEventStore store = FileEventStore.open(disk, FileStoreOptions.standard())) {
            commitSome(store);
            store.keep(
                    "totals",
                    new ProjectionCheckpoint(
                            1, "wiring", 10, Map.of("a", Json.of("{\"sum\":1}"), "b", Json.of("{\"sum\":2}"))));
        }
        String path = ProjectionFiles.DIRECTORY + "/totals/checkpoint.json";
        assertThat(Verification.of(disk).staleCaches()).isEmpty();
        byte[] content = disk.content(path);
        content[content.length * 5 / 6] ^= 1;

        VerifyReport report = Verification.of(disk.put(path, content));

        assertThat(report.damage()).isEmpty();
        assertThat(report.staleCaches()).containsExactly(path);
    }

    /** Written to when what was there of the log has just been read. */
    private Disk written(FileEventStore store) {
        return new ForwardingDisk(disk) {
            @Override
            public DiskFile openForReading(String path) throws IOException {
                DiskFile file = super.openForReading(path);
                return path.startsWith(SegmentName.DIRECTORY)
                        ? new ForwardingFile(file) {
                            @Override
                            public void close() throws IOException {
                                super.close();
                                if (!written) {
                                    written = true;
                                    commitSome(store);
                                }
                            }
                        }
                        : file;
            }
        };
    }

    private static void commitSome(FileEventStore store) {
        for (int n = 0; n < 10; n++) {
            store.commit(one(stream("a")));
            store.awaitDurable(store.lastCommit());
        }
        long version = store.version(stream("a"), View.DURABLE);
        store.keep(new Snapshot(stream("a"), version, "witness", "code", Json.of("{}")));
    }
}
