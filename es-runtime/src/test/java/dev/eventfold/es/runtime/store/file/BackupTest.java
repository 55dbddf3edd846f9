package dev.eventfold.es.runtime.store.file;

import static dev.eventfold.es.runtime.store.conformance.Samples.one;
import static dev.eventfold.es.runtime.store.conformance.Samples.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.eventfold.es.runtime.Effort;
import dev.eventfold.es.runtime.Figures;
import dev.eventfold.es.runtime.StoreFailed;
import dev.eventfold.es.runtime.store.CommitOutcome.Committed;
import dev.eventfold.es.runtime.store.Copyable;
import dev.eventfold.es.runtime.store.View;
import dev.eventfold.es.runtime.store.conformance.Threads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Copies of a store that others write to. */
@Timeout(120)
class BackupTest {
    private static final FileStoreOptions OPTIONS = FileStoreOptions.standard().withSegmentBytes(20_000);

    @TempDir
    private Path temporary;

    @Test
    void each_backup_holds_all_that_was_acknowledged_before_it_while_writers_go_on() throws Exception {
        int backups = 0;
        AtomicBoolean done = new AtomicBoolean();
        AtomicLong acknowledged = new AtomicLong();
        try (FileEventStore store = FileEventStore.open(temporary.resolve("data"), OPTIONS)) {
            List<Threads.Running<Long>> writers = new ArrayList<>();
            for (int n = 0; n < 3; n++) {
                String name = "writer-" + n;
                writers.add(Threads.start(() -> write(store, name, acknowledged, done)));
            }
            for (long seed : Effort.seeds(12, Duration.ofSeconds(40))) {
                long before = acknowledged.get();
                Path copy = temporary.resolve("backup-" + backups++);
                store.copyTo(copy);
                assertHolds(copy, before, store);
            }
            done.set(true);
            for (Threads.Running<Long> writer : writers) {
                writer.get();
            }
        }
        Figures.tried(
                "copies taken while three writers go on",
                backups + " copies, " + acknowledged.get() + " commits",
                "each opens, is sound, holds all that was acknowledged before it, and is the beginning of the log");
    }

    private static long write(FileEventStore store, String name, AtomicLong acknowledged, AtomicBoolean done) {
        while (!done.get()) {
            long commit = ((Committed) store.commit(one(stream(name)))).commit();
            store.awaitDurable(commit);
            acknowledged.accumulateAndGet(commit, Math::max);
        }
        return 0;
    }

    private static void assertHolds(Path copy, long acknowledged, FileEventStore original) {
        assertThat(Verification.of(copy).damage()).isEmpty();
        assertThat(Verification.of(copy).staleCaches()).isEmpty();
        try (FileEventStore store = FileEventStore.open(copy, OPTIONS)) {
            assertThat(store.report().cuts()).isEmpty();
            assertThat(store.report().linesScanned()).isZero();
            assertThat(store.lastCommit()).isGreaterThanOrEqualTo(acknowledged);
            int events = (int) store.head(0, View.DURABLE);
            assertThat(store.read(0, 0, events, Long.MAX_VALUE, View.DURABLE))
                    .isEqualTo(original.read(0, 0, events, Long.MAX_VALUE, View.DURABLE));
            assertThat(store.commit(one(stream("other")))).isInstanceOf(Committed.class);
        }
    }

    @Test
    void a_backup_that_is_broken_off_is_refused() {
        SimulatedDisk source = Written.of(7, 25).closed();
        SimulatedDisk whole = new SimulatedDisk();
        copy(source, whole);
        for (int operation = 1; operation < whole.operations(); operation++) {
            SimulatedDisk target = new SimulatedDisk().crashAt(operation);
            assertThatExceptionOfType(SimulatedDisk.PowerLost.class).isThrownBy(() -> copy(source, target));
            SimulatedDisk left =
                    target.afterPowerLoss(new Tear(Tear.Pattern.EVERYTHING, Tear.HeadFile.CURRENT, operation));
            try (FileEventStore store = FileEventStore.open(left, Written.OPTIONS)) {
                // Nothing of it had been made yet, or all of it.
                assertThat(store.lastCommit()).isIn(0L, Verification.of(source).commit());
            } catch (StoreFailed e) {
                assertThat(e).hasMessageContaining("known to reach");
            }
        }
        assertThat(Verification.of(whole).commit())
                .isEqualTo(Verification.of(source).commit());
    }

    private static void copy(SimulatedDisk source, SimulatedDisk target) {
        try (ReadOnlyEventStore reader = ReadOnlyEventStore.open(source)) {
            reader.copyTo(target);
        }
    }

    @Test
    void a_backup_goes_into_an_empty_directory_only() throws IOException {
        Files.createDirectories(temporary.resolve("full/notes"));
        try (FileEventStore store = FileEventStore.open(temporary.resolve("data"), OPTIONS)) {
            store.commit(one(stream("a")));
            assertThatExceptionOfType(StoreFailed.class)
                    .isThrownBy(() -> store.copyTo(temporary.resolve("full")))
                    .withMessageContaining("empty directory");
        }
    }

    @Test
    void a_backup_within_its_store_or_around_it_is_refused_by_any_name_and_nothing_is_written() throws IOException {
        Path around = temporary.resolve("around");
        Path data = around.resolve("data");
        try (FileEventStore store = FileEventStore.open(data, OPTIONS);
                ReadOnlyEventStore reader = ReadOnlyEventStore.open(data)) {
            store.awaitDurable(((Committed) store.commit(one(stream("a")))).commit());
            Path link = Files.createSymbolicLink(temporary.resolve("link"), data);
            List<Path> before = everything();
            for (Path name : List.of(
                    data,
                    data.resolve("backup"),
                    data.resolve("events/deep/down"),
                    around,
                    link,
                    link.resolve("backup"),
                    temporary.resolve("elsewhere/../around/data/backup"))) {
                for (Copyable source : List.of(store, reader)) {
                    assertThatExceptionOfType(StoreFailed.class)
                            .isThrownBy(() -> source.copyTo(name))
                            .withMessageContainingAll(
                                    "within its store, or around it",
                                    "directory=" + name.normalize(),
                                    "store=" + data,
                                    "choose another");
                }
            }

            assertThat(everything()).isEqualTo(before);
            store.copyTo(around.resolve("data-backup"));
        }
    }

    private List<Path> everything() throws IOException {
        try (Stream<Path> files = Files.walk(temporary)) {
            return files.sorted().toList();
        }
    }

    @Test
    void a_store_without_events_is_copied_to_one_without_events() {
        try (FileEventStore store = FileEventStore.open(temporary.resolve("data"), OPTIONS)) {
            store.copyTo(temporary.resolve("backup"));
        }
        try (FileEventStore store = FileEventStore.open(temporary.resolve("backup"), OPTIONS)) {
            assertThat(store.lastCommit()).isZero();
        }
    }
}
