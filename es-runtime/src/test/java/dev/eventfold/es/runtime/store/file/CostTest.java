package dev.eventfold.es.runtime.store.file;

import static dev.eventfold.es.runtime.store.conformance.Samples.key;
import static dev.eventfold.es.runtime.store.conformance.Samples.one;
import static dev.eventfold.es.runtime.store.conformance.Samples.put;
import static dev.eventfold.es.runtime.store.conformance.Samples.stream;
import static org.assertj.core.api.Assertions.assertThat;

import dev.eventfold.es.runtime.store.Commit;
import dev.eventfold.es.runtime.store.CommitOutcome.Committed;
import dev.eventfold.es.runtime.store.View;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the file store costs, in counts that are the same on every machine: a change that makes a thing dearer fails here. */
class CostTest {
    private static final int COMMITS = 1_000;

    @TempDir
    private Path directory;

    private CountingDisk disk;

    @BeforeEach
    void count() {
        disk = new CountingDisk(new RealDisk(directory));
    }

    @Test
    void a_caller_who_waits_for_each_commit_pays_one_sync_for_each_and_few_for_room() {
        try (FileEventStore store = open()) {
            waitForEach(store, 1);

            long syncs = of(disk.syncs, () -> waitForEach(store, COMMITS));

            assertThat(syncs).isBetween((long) COMMITS, COMMITS + 5L);
        }
    }

    @Test
    void room_is_made_for_lines_to_come_and_given_back_at_the_end() throws IOException {
        try (FileEventStore store = open()) {
            waitForEach(store, 10);

            assertThat(logSize()).isBetween(1L << 16, 1L << 17);
        }

        assertThat(logSize()).isLessThan(10_000);
    }

    @Test
    void a_large_group_needs_no_room() throws IOException {
        try (FileEventStore store = open()) {
            waitForEach(store, 1);
            long before = disk.logBytes.get();

            waitForTheLast(store, 10 * COMMITS);

            assertThat(disk.logBytes.get() - before).isLessThan(10 * COMMITS * 280L);
        }
    }

    @Test
    void commits_that_are_waited_for_together_pay_one_sync() {
        try (FileEventStore store = open()) {
            waitForEach(store, 1);

            long syncs = of(disk.syncs, () -> waitForTheLast(store, COMMITS));

            assertThat(syncs).isEqualTo(1);
        }
    }

    @Test
    void an_event_takes_at_most_230_bytes_beside_its_payload() {
        try (FileEventStore store = open()) {
            waitForEach(store, 1);

            long bytes = of(disk.logBytes, () -> waitForTheLast(store, COMMITS));

            assertThat(bytes / COMMITS).isBetween(100L, 230L);
        }
    }

    @Test
    @DisplayName("R13 opening what was closed scans no line")
    void opening_what_was_closed_scans_no_line() {
        fillAndClose(10 * COMMITS);

        long bytes = of(disk.readBytes, () -> {
            try (FileEventStore store = open()) {
                assertThat(store.report().linesScanned()).isZero();
                assertThat(store.head(0, View.DURABLE)).isEqualTo(10 * COMMITS);
            }
        });

        assertThat(bytes).isLessThan(1 << 12);
    }

    @Test
    @DisplayName("R13 opening after a kill scans the lines of one segment at most")
    void opening_after_a_kill_scans_the_lines_of_one_segment_at_most() {
        SimulatedDisk simulated = new SimulatedDisk();
        FileStoreOptions options = FileStoreOptions.standard().withSegmentBytes(10_000);
        FileEventStore killed = FileEventStore.open(simulated, options);
        waitForEach(killed, COMMITS);

        try (FileEventStore store = FileEventStore.open(simulated.afterKill(), options)) {
            OpenReport report = store.report();
            System.out.println("lines scanned when a killed store of " + COMMITS + " in " + report.segments()
                    + " segments is opened: " + report.linesScanned());
            assertThat(report.segments()).isGreaterThan(16);
            assertThat(report.commit()).isEqualTo(COMMITS);
            assertThat(report.linesScanned()).isLessThanOrEqualTo(COMMITS / (report.segments() - 1));
        }
        killed.close();
    }

    @Test
    void a_store_that_was_only_looked_at_gets_no_new_index_and_one_that_had_lost_it_does() throws IOException {
        fillAndClose(COMMITS);
        assertThat(of(disk.syncs, () -> open().close())).isLessThanOrEqualTo(4);

        new RealDisk(directory).delete(IndexFile.PATH);
        open().close();

        try (FileEventStore store = open()) {
            assertThat(store.report().linesScanned()).isZero();
        }
    }

    @Test
    void without_an_index_opening_reads_each_line_of_the_log_once() throws IOException {
        fillAndClose(10 * COMMITS);
        new RealDisk(directory).delete(IndexFile.PATH);

        long bytes = of(disk.readBytes, () -> {
            try (FileEventStore store = open()) {
                assertThat(store.report().linesScanned()).isEqualTo(10 * COMMITS);
            }
        });

        assertThat(bytes).isLessThan(disk.logBytes.get() + (1 << 17));
    }

    @Test
    void the_names_of_rows_are_read_once_each() {
        try (FileEventStore store = open()) {
            for (int n = 0; n < COMMITS; n++) {
                store.commit(new Commit(List.of(), List.of(put(key("k-" + n), 0, "{\"n\":" + n + "}")), null));
            }
        }
        try (FileEventStore store = open()) {
            long bytes = of(
                    disk.readBytes,
                    () -> assertThat(store.rows("fulfilment", 1)).hasSize(COMMITS));

            // A line comes with what lies behind it, 1 KiB in all.
            assertThat(bytes).isLessThan(COMMITS * 1_100L);
        }
    }

    private FileEventStore open() {
        return FileEventStore.open(disk, FileStoreOptions.standard());
    }

    private void fillAndClose(int commits) {
        try (FileEventStore store = open()) {
            waitForTheLast(store, commits);
        }
    }

    private static void waitForEach(FileEventStore store, int commits) {
        for (int i = 0; i < commits; i++) {
            store.awaitDurable(((Committed) store.commit(one(stream("sku-" + i % 10)))).commit());
        }
    }

    private static void waitForTheLast(FileEventStore store, int commits) {
        for (int i = 0; i < commits; i++) {
            store.commit(one(stream("sku-" + i % 10)));
        }
        store.awaitDurable(store.lastCommit());
    }

    private static long of(AtomicLong count, Runnable work) {
        long before = count.get();
        work.run();
        return count.get() - before;
    }

    private long logSize() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("events"))) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }
}
