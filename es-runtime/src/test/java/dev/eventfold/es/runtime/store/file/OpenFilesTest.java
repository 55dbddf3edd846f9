package dev.eventfold.es.runtime.store.file;

import static dev.eventfold.es.runtime.store.conformance.Samples.one;
import static dev.eventfold.es.runtime.store.conformance.Samples.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.eventfold.es.runtime.StoreFailed;
import dev.eventfold.es.runtime.store.View;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Whether each file that was opened is closed. */
class OpenFilesTest {
    private static final int EVENTS = 60;

    private final SimulatedDisk simulated = new SimulatedDisk();
    private final AtomicInteger open = new AtomicInteger();

    /** Counts what is open, and has no room for the head. */
    private final class FullDisk extends ForwardingDisk {
        private boolean full;
        private boolean failsToClose;

        FullDisk() {
            super(simulated);
        }

        @Override
        public DiskFile openForReading(String path) throws IOException {
            return new ForwardingFile(counted(path, super.openForReading(path))) {
                @Override
                public void close() throws IOException {
                    super.close();
                    if (failsToClose) {
                        throw new IOException("Input/output error");
                    }
                }
            };
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

    @Test
    void a_file_that_was_read_and_cannot_be_closed_spoils_no_answer_and_keeps_no_other_open() {
        FullDisk disk = new FullDisk();
        FileEventStore store =
                FileEventStore.open(disk, FileStoreOptions.standard().withSegmentBytes(600));
        for (int n = 0; n < EVENTS; n++) {
            store.commit(one(stream("a")));
        }
        store.awaitDurable(EVENTS);
        assertThat(simulated.paths("events/")).as("more than are kept open").hasSizeGreaterThan(18);
        disk.failsToClose = true;

        assertThat(store.read(0, 0, EVENTS, Long.MAX_VALUE, View.DURABLE)).hasSize(EVENTS);
        assertThat(store.moves("nobody", 0, 0)).isEmpty();
        store.close();

        assertThat(open).hasValue(0);
    }
}
