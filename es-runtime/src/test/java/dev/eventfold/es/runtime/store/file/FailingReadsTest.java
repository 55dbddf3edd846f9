package dev.eventfold.es.runtime.store.file;

import static dev.eventfold.es.runtime.store.conformance.Samples.ANY;
import static dev.eventfold.es.runtime.store.conformance.Samples.append;
import static dev.eventfold.es.runtime.store.conformance.Samples.key;
import static dev.eventfold.es.runtime.store.conformance.Samples.one;
import static dev.eventfold.es.runtime.store.conformance.Samples.put;
import static dev.eventfold.es.runtime.store.conformance.Samples.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.eventfold.es.runtime.StoreDamaged;
import dev.eventfold.es.runtime.StoreFailed;
import dev.eventfold.es.runtime.store.Commit;
import dev.eventfold.es.runtime.store.View;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A reader whose disk fails once, in the middle of anything: that call fails, and the next one goes on. */
class FailingReadsTest {
    /** More than there are reads in one look. */
    private static final int ROWS = 40;

    private final SimulatedDisk disk = new SimulatedDisk();

    /** The read that fails, counted from now on; 0 when none does. */
    private int failing;

    private final Disk failingDisk = new ForwardingDisk(disk) {
        @Override
        public DiskFile openForReading(String path) throws IOException {
            failOnce();
            return new ForwardingFile(super.openForReading(path)) {
                @Override
                public int read(long at, byte[] into, int offset, int length) throws IOException {
                    failOnce();
                    return super.read(at, into, offset, length);
                }
            };
        }
    };

    private void failOnce() throws IOException {
        if (failing > 0 && --failing == 0) {
            throw new IOException("Too many open files");
        }
    }

    private FileEventStore writer() {
        return FileEventStore.open(disk, FileStoreOptions.standard());
    }

    private static long change(FileEventStore writer, int row, long before) {
        Commit commit =
                new Commit(List.of(append(stream("a"), ANY, 1)), List.of(put(key("row-" + row), before, "{}")), null);
        writer.commit(commit);
        writer.awaitDurable(writer.lastCommit());
        return writer.lastCommit();
    }

    @Test
    void whatever_read_fails_while_a_commit_is_taken_the_next_call_takes_it() {
        try (FileEventStore writer = writer()) {
            for (int row = 1; row <= ROWS; row++) {
                assertThat(change(writer, row, 0)).isEqualTo(row);
            }
        }
        int failed = 0;
        try (FileEventStore writer = writer()) {
            boolean reached = true;
            for (int read = 1; reached; read++) {
                try (ReadOnlyEventStore reader = ReadOnlyEventStore.open(failingDisk)) {
                    change(writer, read, read);
                    failing = read;

                    reached = failsOnce(reader);

                    failed += reached ? 1 : 0;
                    failing = 0;
                    assertThat(reader.lastCommit()).as("read " + read).isEqualTo(writer.lastCommit());
                    assertThat(reader.version(stream("a"), View.DURABLE)).isEqualTo(writer.lastCommit());
                }
            }
        }
        assertThat(failed).isGreaterThan(5);
    }

    /** Whether the read that was to fail came. */
    private boolean failsOnce(ReadOnlyEventStore reader) {
        try {
            reader.lastCommit();
            return failing == 0;
        } catch (StoreFailed e) {
            assertThat(e).isNotInstanceOf(StoreDamaged.class).hasMessageContaining("Too many open files");
            return true;
        }
    }

    @Test
    void a_segment_that_was_taken_away_is_told_as_any_other_change() {
        try (FileEventStore writer = writer()) {
            writer.commit(one(stream("a")));
        }
        try (ReadOnlyEventStore reader = ReadOnlyEventStore.open(disk)) {
            assertThat(reader.lastCommit()).isEqualTo(1);
            disk.remove(SegmentName.path(1)).remove(Head.NAME);

            assertThatExceptionOfType(StoreFailed.class)
                    .isThrownBy(reader::lastCommit)
                    .withMessageContainingAll("has changed since", "directory=simulated", "open it again");
        }
    }
}
