package dev.eventfold.es.runtime.store.file;

import static dev.eventfold.es.runtime.store.conformance.Samples.ANY;
import static dev.eventfold.es.runtime.store.conformance.Samples.event;
import static dev.eventfold.es.runtime.store.conformance.Samples.newId;
import static dev.eventfold.es.runtime.store.conformance.Samples.stream;
import static org.assertj.core.api.Assertions.assertThat;

import dev.eventfold.es.runtime.VerifyReport;
import dev.eventfold.es.runtime.store.Commit;
import dev.eventfold.es.runtime.store.StreamAppend;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whoever reads a log finds room for lines to come, and behind it lines that were written while he read: no damage. */
class BusyWriterTest {
    /** More than is read of a file at once. */
    private static final int ROOM_REACHES = 270_000;

    private static final String NOTE = "{\"note\":\"" + "x".repeat(4_000) + "\"}";

    private final SimulatedDisk disk = new SimulatedDisk();
    private final FileEventStore writer = FileEventStore.open(disk, FileStoreOptions.standard());
    private boolean busy;

    @AfterEach
    void close() {
        writer.close();
    }

    private void commit() {
        writer.commit(Commit.of(new StreamAppend(stream("a"), ANY, false, List.of(event(newId(), NOTE)))));
        writer.awaitDurable(writer.lastCommit());
    }

    /** Until the room for lines to come begins in the first part of the file that is read at once, and ends in the next. */
    private void makeRoom() {
        do {
            commit();
        } while (disk.content(SegmentName.path(1)).length < ROOM_REACHES);
        busy = true;
    }

    /** The writer fills the room when a first part of the log was read. */
    private Disk written() {
        return new ForwardingDisk(disk) {
            @Override
            public DiskFile openForReading(String path) throws IOException {
                return written(super.openForReading(path), path);
            }
        };
    }

    private DiskFile written(DiskFile file, String path) {
        return new ForwardingFile(file) {
            @Override
            public int read(long at, byte[] into, int offset, int length) throws IOException {
                int count = super.read(at, into, offset, length);
                if (busy && path.startsWith(SegmentName.DIRECTORY) && count > ROOM_REACHES / 2) {
                    busy = false;
                    for (int n = 0; n < 25; n++) {
                        commit();
                    }
                }
                return count;
            }
        };
    }

    @Test
    void a_reader_that_follows_shows_what_was_durable_when_it_looked() {
        try (ReadOnlyEventStore reader = ReadOnlyEventStore.open(written())) {
            makeRoom();
            long durable = writer.lastCommit();

            assertThat(reader.lastCommit()).isEqualTo(durable);

            assertThat(busy).isFalse();
            assertThat(reader.lastCommit()).isEqualTo(writer.lastCommit()).isEqualTo(durable + 25);
        }
    }

    @Test
    void a_reader_that_follows_without_a_head_looks_again() {
        try (ReadOnlyEventStore reader = ReadOnlyEventStore.open(written())) {
            makeRoom();
            disk.remove(Head.NAME);

            // Nothing but the next commit says that the last one was fsynced.
            assertThat(reader.lastCommit()).isEqualTo(writer.lastCommit() - 1);

            assertThat(busy).isFalse();
        }
    }

    @Test
    void a_reader_that_is_opened_looks_again() {
        makeRoom();

        try (ReadOnlyEventStore reader = ReadOnlyEventStore.open(written())) {
            assertThat(busy).isFalse();
            assertThat(reader.lastCommit()).isEqualTo(writer.lastCommit());
        }
    }

    @Test
    void a_log_that_is_verified_is_whole() {
        makeRoom();

        VerifyReport report = Verification.of(written());

        assertThat(busy).isFalse();
        assertThat(report.damage()).isEmpty();
        assertThat(report.commit()).isEqualTo(writer.lastCommit());
        assertThat(report.staleCaches()).isEmpty();
    }
}
