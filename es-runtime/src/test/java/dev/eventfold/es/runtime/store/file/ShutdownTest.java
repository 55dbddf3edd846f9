package dev.eventfold.es.runtime.store.file;

import static dev.eventfold.es.runtime.store.conformance.Samples.one;
import static dev.eventfold.es.runtime.store.conformance.Samples.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.eventfold.es.runtime.StoreFailed;
import dev.eventfold.es.runtime.StoreLocked;
import java.io.Closeable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** When the directory of a store is let go of that could not be closed as it should be. */
@Timeout(240)
class ShutdownTest {
    @Test
    void the_directory_stays_locked_while_a_cache_is_written_also_when_the_log_cannot_be_closed() throws Exception {
        SimulatedDisk disk = new SimulatedDisk();
        List<Runnable> background = new ArrayList<>();
        FileEventStore store = Opening.open(disk, FileStoreOptions.standard().withSegmentBytes(600), background::add);
        while (background.isEmpty()) {
            store.commit(one(stream("a")));
            store.awaitDurable(store.lastCommit());
        }
        disk.failAt(disk.operations() + 1, "Input/output error");
        FutureTask<Void> closing = new FutureTask<>(store::close, null);
        Thread closer = new Thread(closing);

        closer.start();
        awaitRest(closer);
        assertThatExceptionOfType(StoreLocked.class).isThrownBy(disk::lock);
        background.get(0).run();

        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(closing::get)
                .havingCause()
                .isInstanceOf(StoreFailed.class)
                .withMessageContaining("Input/output error");
        try (Closeable free = disk.lock()) {
            assertThat(free).isNotNull();
        }
    }

    /** Until it waits for somebody, or is done. */
    private static void awaitRest(Thread thread) {
        while (thread.getState() != Thread.State.WAITING && thread.getState() != Thread.State.TERMINATED) {
            Thread.onSpinWait();
        }
    }
}
