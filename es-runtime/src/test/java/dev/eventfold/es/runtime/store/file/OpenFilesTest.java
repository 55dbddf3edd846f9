package dev.eventfold.es.runtime.store.file;

import static dev.eventfold.es.runtime.store.conformance.Samples.one;
import static dev.eventfold.es.runtime.store.conformance.Samples.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.eventfold.es.runtime.StoreFailed;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Whether each file that was opened is closed. */
class OpenFilesTest {
    private final SimulatedDisk simulated = new SimulatedDisk();
    private final AtomicInteger open = new AtomicInteger();

    /** Counts what is open, and has no room for the head. */
    private final class FullDisk extends ForwardingDisk {
        private boolean full;

        FullDisk() {
            super(simulated);
        }

        @Override
        public DiskFile openForReading(String path) throws IOException {
            return counted(path, super.openForReading(path));
        }

        @Override
        public DiskFile openForWriting(String path) throws IOException {
            return counted(path, super.openForWriting(path));
        }

        private DiskFile counted(String path, DiskFile file) {
            open.incrementAndGet();
            return new ForwardingFile(file) {
                @Override
                public void write(long at, byte[] bytes, int offset, int length) throws IOException {
                    if (full && path.equals(Head.NAME)) {
                        throw new IOException("No space left on device");
                    }
                    super.write(at, bytes, offset, length);
                }

                @Override
                public void close() throws IOException {
                    open.decrementAndGet();
                    super.close();
                }
            };
        }
    }

    @Test
    void a_store_that_cannot_be_opened_leaves_no_file_open_and_no_lock() {
        FullDisk disk = new FullDisk();
        FileEventStore store = FileEventStore.open(disk, FileStoreOptions.standard());
        store.commit(one(stream("a")));
        store.close();
        assertThat(open).hasValue(0);
        disk.full = true;

        assertThatExceptionOfType(StoreFailed.class)
                .isThrownBy(() -> FileEventStore.open(disk, FileStoreOptions.standard()))
                .withMessageContaining("No space left on device");

        assertThat(open).hasValue(0);
        disk.full = false;
        FileEventStore.open(disk, FileStoreOptions.standard()).close();
    }
}
