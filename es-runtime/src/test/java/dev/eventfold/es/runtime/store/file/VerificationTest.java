package dev.eventfold.es.runtime.store.file;

import static dev.eventfold.es.runtime.store.conformance.Samples.one;
import static dev.eventfold.es.runtime.store.conformance.Samples.stream;
import static org.assertj.core.api.Assertions.assertThat;

import dev.eventfold.es.runtime.VerifyReport;
import dev.eventfold.es.runtime.store.Json;
import dev.eventfold.es.runtime.store.Snapshot;
import dev.eventfold.es.runtime.store.View;
import java.io.IOException;
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
