package dev.eventfold.es.runtime.store.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** The file of snapshots as it may be found after a loss of power. */
class SnapshotIndexTest {
    @Test
    void what_is_no_line_is_read_only_as_far_as_a_line_can_be_long() throws IOException {
        SimulatedDisk disk = new SimulatedDisk();
        disk.put(SnapshotFile.PATH, new byte[SnapshotFile.LARGEST + (8 << 20)]);
        AtomicLong bytes = new AtomicLong();
        SnapshotIndex index = new SnapshotIndex("store");

        try (DiskFile file = new ForwardingFile(disk.openForReading(SnapshotFile.PATH)) {
            @Override
            public int read(long at, byte[] into, int offset, int length) throws IOException {
                int read = super.read(at, into, offset, length);
                bytes.addAndGet(read);
                return read;
            }
        }) {
            index.scan(file);
        }

        assertThat(bytes.get()).isLessThanOrEqualTo(SnapshotFile.LARGEST);
        assertThat(index.end()).isZero();
    }
}
