package dev.eventfold.es.runtime.store.file;

import static dev.eventfold.es.runtime.store.conformance.Samples.one;
import static dev.eventfold.es.runtime.store.conformance.Samples.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.eventfold.es.runtime.Scene;
import dev.eventfold.es.runtime.StoreFailed;
import dev.eventfold.es.runtime.domain.Commands;
import dev.eventfold.es.runtime.domain.Relay;
import dev.eventfold.es.runtime.domain.Work;
import dev.eventfold.es.runtime.store.EventSlice;
import dev.eventfold.es.runtime.store.EventStore;
import dev.eventfold.es.runtime.store.StoredEvent;
import dev.eventfold.es.runtime.store.View;
import dev.eventfold.es.runtime.store.memory.MemoryEventStore;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the seed's way of keeping files went wrong about, asked of ours. */
class WeaknessTest {
    private static final FileStoreOptions OPTIONS = FileStoreOptions.standard();

    @Test
    @DisplayName("W-12 a read that fails once is an error of its call, and no state is another one afterwards")
    void a_read_that_fails_once_changes_no_state() {
        FailingReads disk = new FailingReads(new SimulatedDisk());
        try (Scene scene = Scene.on(() -> FileEventStore.open(disk, OPTIONS))) {
            scene.execute(Commands.to("m", new Work("a")));
            scene.execute(Commands.to("m", new Work("b")));
        }
        try (Scene scene = Scene.on(() -> FileEventStore.open(disk, OPTIONS))) {
            disk.fails = true;
            assertThatExceptionOfType(StoreFailed.class).isThrownBy(() -> scene.done("m"));
            assertThatExceptionOfType(StoreFailed.class)
                    .isThrownBy(() -> scene.execute(Commands.to("m", new Work("version"))));
            disk.fails = false;

            scene.execute(Commands.to("m", new Work("version")));

            assertThat(scene.done("m")).containsExactly("a", "b", "version 2");
        }
    }

    /** Fails to read segments, when it is told to. */
    private static final class FailingReads extends ForwardingDisk {
        private boolean fails;

        FailingReads(Disk disk) {
            super(disk);
        }

        @Override
        public DiskFile openForReading(String path) throws IOException {
            return new ForwardingFile(super.openForReading(path)) {
                @Override
                public int read(long at, byte[] into, int offset, int length) throws IOException {
                    if (fails && path.startsWith(SegmentName.DIRECTORY)) {
                        throw new IOException("Input/output error");
                    }
                    return super.read(at, into, offset, length);
                }
            };
        }
    }

    @Test
    @DisplayName("W-17 a position means the same however many segments were filled since, and after opening again")
    void a_position_means_the_same_however_many_segments_were_filled() {
        SimulatedDisk disk = new SimulatedDisk();
        FileStoreOptions tiny = OPTIONS.withSegmentBytes(1);
        try (FileEventStore store = FileEventStore.open(disk, tiny)) {
            for (int n = 0; n < 60; n++) {
                store.commit(one(stream("i-" + n % 3)));
                assertEveryPositionIsAPlace(store, n + 1);
            }
        }
        for (boolean indexed : new boolean[] {true, false}) {
            SimulatedDisk opened = indexed ? disk.afterKill() : disk.afterKill().remove(IndexFile.PATH);
            try (FileEventStore store = FileEventStore.open(opened, tiny)) {
                assertThat(store.report().segments()).isEqualTo(60);
                assertEveryPositionIsAPlace(store, 60);
            }
        }
    }

    private static void assertEveryPositionIsAPlace(EventStore store, int head) {
        for (long after = 0; after <= head; after++) {
            assertThat(store.read(0, after, 100, Long.MAX_VALUE, View.DECIDED))
                    .extracting(StoredEvent::position)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(after + 1, head).boxed().toList());
        }
    }

    @Test
    @DisplayName("W-11 a directory that was let go of is free for the next one at once, with all that was written")
    void a_directory_that_was_let_go_of_is_free_at_once(@TempDir Path directory) {
        for (int n = 0; n < 40; n++) {
            try (FileEventStore store = FileEventStore.open(directory, OPTIONS.withSegmentBytes(500))) {
                assertThat(store.head(0, View.DURABLE)).isEqualTo(n);
                store.commit(one(stream("i-" + n)));
            }
        }
    }

    @Test
    @DisplayName("W-19 R13 an idle pass asks the store the same however many streams there are")
    void an_idle_pass_asks_the_store_the_same_however_many_streams_there_are() {
        assertThat(callsOfAnIdlePass(1_000)).isEqualTo(callsOfAnIdlePass(10)).isPositive();
    }

    private static int callsOfAnIdlePass(int streams) {
        AtomicInteger calls = new AtomicInteger();
        try (Scene scene = Scene.on(() -> counting(new MemoryEventStore(), calls), Relay.class)) {
            for (int n = 0; n < streams; n++) {
                scene.execute(Commands.to("m-" + n, new Work("a")));
            }
            scene.run();
            int before = calls.get();
            scene.run();
            return calls.get() - before;
        }
    }

    private static EventStore counting(EventStore store, AtomicInteger calls) {
        return (EventStore) Proxy.newProxyInstance(
                EventStore.class.getClassLoader(), new Class<?>[] {EventStore.class}, (proxy, method, arguments) -> {
                    calls.incrementAndGet();
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Test
    @DisplayName("W-19 R13 a pass over many events holds a bounded batch of them")
    void a_pass_over_many_events_holds_a_bounded_batch() {
        AtomicInteger largest = new AtomicInteger();
        MemoryEventStore memory = new MemoryEventStore();
        EventStore log = (EventStore) Proxy.newProxyInstance(
                EventStore.class.getClassLoader(), new Class<?>[] {EventStore.class}, (proxy, method, arguments) -> {
                    try {
                        Object result = method.invoke(memory, arguments);
                        if (method.getName().equals("read")) {
                            int size = result instanceof EventSlice slice
                                    ? slice.events().size()
                                    : ((List<?>) result).size();
                            largest.accumulateAndGet(size, Math::max);
                        }
                        return result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        try (Scene scene = Scene.on(() -> log, Relay.class)) {
            for (int n = 0; n < 20_000; n++) {
                scene.execute(Commands.to("m-" + n % 10, new Work("a")));
            }
            scene.run();
        }

        assertThat(largest.get()).isBetween(1, 4_096);
    }
}
