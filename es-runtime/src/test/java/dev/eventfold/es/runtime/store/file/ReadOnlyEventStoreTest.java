package dev.eventfold.es.runtime.store.file;

import static dev.eventfold.es.runtime.store.conformance.Samples.ANY;
import static dev.eventfold.es.runtime.store.conformance.Samples.append;
import static dev.eventfold.es.runtime.store.conformance.Samples.move;
import static dev.eventfold.es.runtime.store.conformance.Samples.one;
import static dev.eventfold.es.runtime.store.conformance.Samples.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.eventfold.es.runtime.Durability;
import dev.eventfold.es.runtime.Effort;
import dev.eventfold.es.runtime.StoreClosed;
import dev.eventfold.es.runtime.StoreDamaged;
import dev.eventfold.es.runtime.StoreFailed;
import dev.eventfold.es.runtime.store.Commit;
import dev.eventfold.es.runtime.store.CommittedMove;
import dev.eventfold.es.runtime.store.EventFilter;
import dev.eventfold.es.runtime.store.EventSlice;
import dev.eventfold.es.runtime.store.Lease;
import dev.eventfold.es.runtime.store.StreamId;
import dev.eventfold.es.runtime.store.View;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A log that is read while somebody writes it: whole commits, all that was acknowledged, and nothing touched. */
@Timeout(240)
@Execution(ExecutionMode.CONCURRENT)
class ReadOnlyEventStoreTest {
    private static final FileStoreOptions SMALL = FileStoreOptions.standard().withSegmentBytes(1200);

    private final long seed = new Random().nextLong();

    @Test
    @DisplayName(
            "R4 R12 a reader shows what was acknowledged, whole commits only, across segments, and changes nothing")
    void a_reader_follows_a_writer() {
        SimulatedDisk disk = new SimulatedDisk();
        Workload workload = new Workload(seed);
        try (FileEventStore writer = FileEventStore.open(disk, SMALL);
                ReadOnlyEventStore reader = ReadOnlyEventStore.open(disk)) {
            for (int step = 0; step < 120; step++) {
                workload.run(writer, 1);

                int operations = disk.operations();
                long seen = reader.lastCommit();
                assertThat(seen)
                        .as("seed %d, step %d", seed, step)
                        .isBetween(
                                workload.model().acknowledged(),
                                workload.model().decided());
                workload.fork(seed, seen).assertSame(reader);
                assertThat(disk.operations()).isEqualTo(operations);
            }
        }
        assertThat(disk.paths("events/")).hasSizeGreaterThan(5);
    }

    @Test
    void a_reader_that_comes_late_shows_the_same() {
        SimulatedDisk disk = new SimulatedDisk();
        Workload workload = new Workload(seed);
        try (FileEventStore writer = FileEventStore.open(disk, SMALL)) {
            workload.run(writer, 60);
            writer.awaitDurable(writer.lastCommit());
            try (ReadOnlyEventStore reader = ReadOnlyEventStore.open(disk)) {
                workload.assertSame(reader);
            }
        }
        try (ReadOnlyEventStore reader = ReadOnlyEventStore.open(disk)) {
            workload.assertSame(reader);
        }
    }

    @Test
    void a_reader_of_some_events_looks_past_the_others_in_one_call() {
        SimulatedDisk disk = new SimulatedDisk();
        StreamId wanted = new StreamId("shipping", "s");
        EventFilter shipping = (aggregate, event) -> aggregate.equals("shipping");
        try (FileEventStore writer = FileEventStore.open(disk, SMALL);
                ReadOnlyEventStore reader = ReadOnlyEventStore.open(disk)) {
            assertThat(reader.read(0, 0, 10, 1, Long.MAX_VALUE, View.DURABLE, shipping))
                    .isEqualTo(new EventSlice(List.of(), 0));
            for (int n = 0; n < 100; n++) {
                writer.commit(one(stream("a")));
            }
            writer.commit(one(wanted));
            writer.awaitDurable(writer.lastCommit());

            EventSlice slice = reader.read(0, 0, 101, 1, Long.MAX_VALUE, View.DURABLE, shipping);

            assertThat(slice.to()).isEqualTo(101);
            assertThat(slice.events())
                    .singleElement()
                    .satisfies(event -> assertThat(event.stream()).isEqualTo(wanted));
        }
    }

    @Test
    @DisplayName("without a head that can be read, a reader shows what the log itself knows to be fsynced")
    void without_a_head_a_reader_goes_by_synced() {
        SimulatedDisk disk = new SimulatedDisk();
        Workload workload = new Workload(seed);
        try (FileEventStore writer = FileEventStore.open(disk, SMALL);
                ReadOnlyEventStore reader = ReadOnlyEventStore.open(disk)) {
            for (int step = 0; step < 60; step++) {
                workload.run(writer, 1);
                writer.awaitDurable(writer.lastCommit());
                long before = writer.lastCommit();
                disk.put(
                        Head.NAME,
                        step % 2 == 0 ? new byte[0] : "{\"store\":\"half of it".getBytes(StandardCharsets.US_ASCII));
                Commit commit = one(stream("more-" + step));
                writer.commit(commit);
                workload.model().commit(commit);
                writer.awaitDurable(writer.lastCommit());
                disk.remove(Head.NAME);

                assertThat(reader.lastCommit()).as("seed %d", seed).isBetween(before, writer.lastCommit());
                workload.fork(seed, reader.lastCommit()).assertSame(reader);
            }
        }
    }

    @Test
    @DisplayName("R7 a torn tail is never shown, and a reader goes on when another writer has cut it off")
    void a_reader_sees_nothing_of_what_a_new_writer_cuts_off() {
        int operations = Crash.operations(seed);
        int pictures = 0;
        for (int operation = 1; operation <= operations; operation += Effort.rounds(13, 5)) {
            Crash crash = Crash.at(seed, operation);
            for (Tear.Pattern pattern : Tear.Pattern.values()) {
                for (Tear.HeadFile head : Tear.HeadFile.values()) {
                    SimulatedDisk left = crash.disk().afterPowerLoss(new Tear(pattern, head, seed + operation));
                    try (ReadOnlyEventStore reader = ReadOnlyEventStore.open(left)) {
                        long seen = reader.lastCommit();
                        crash.workload().fork(seed, seen).assertSame(reader);
                        if (head == Tear.HeadFile.CURRENT) {
                            assertThat(seen)
                                    .isGreaterThanOrEqualTo(
                                            crash.workload().model().acknowledged());
                        }
                        Workload next = crash.goOn(left, pattern + ", head " + head);
                        next.assertSame(reader);
                    }
                    pictures++;
                }
            }
        }
        System.out.println("readers beside a writer that opens after a power loss: " + pictures + ", seed " + seed);
    }

    @Test
    void with_fsync_turned_off_a_reader_shows_full_segments() {
        SimulatedDisk disk = new SimulatedDisk();
        Workload workload = new Workload(seed);
        try (FileEventStore writer = FileEventStore.open(disk, SMALL.withDurability(Durability.OS));
                ReadOnlyEventStore reader = ReadOnlyEventStore.open(disk)) {
            workload.run(writer, 80);
            writer.awaitDurable(writer.lastCommit());

            long seen = reader.lastCommit();
            assertThat(seen).isBetween(10L, writer.lastCommit());
            workload.fork(seed, seen).assertSame(reader);
        }
        try (ReadOnlyEventStore reader = ReadOnlyEventStore.open(disk)) {
            workload.assertSame(reader);
        }
    }

    @Test
    void what_is_missing_of_what_was_fsynced_is_refused_as_a_writer_refuses_it() {
        SimulatedDisk disk = new SimulatedDisk();
        try (FileEventStore writer = FileEventStore.open(disk, SMALL)) {
            new Workload(seed).run(writer, 20);
        }
        String last = disk.paths("events/").get(disk.paths("events/").size() - 1);
        disk.remove(last);

        assertThatExceptionOfType(StoreDamaged.class)
                .isThrownBy(() -> ReadOnlyEventStore.open(disk))
                .withMessageContainingAll("directory=simulated", "file=events/", "offset=", "expected commit");
    }

    @Test
    void another_log_in_the_same_place_is_seen_and_never_mixed_with_the_first() {
        SimulatedDisk disk = new SimulatedDisk();
        new Workload(seed).run(FileEventStore.open(disk, SMALL), 30);
        SimulatedDisk other = new SimulatedDisk();
        new Workload(seed).run(FileEventStore.open(other, SMALL), 60);
        try (ReadOnlyEventStore reader = ReadOnlyEventStore.open(disk)) {
            disk.paths().forEach(disk::remove);
            other.paths().forEach(path -> disk.put(path, other.content(path)));

            assertThatExceptionOfType(StoreFailed.class)
                    .isThrownBy(reader::lastCommit)
                    .withMessageContainingAll("has changed since", "directory=simulated", "open it again");
        }
    }

    @Test
    void nothing_can_be_committed() {
        SimulatedDisk disk = new SimulatedDisk();
        try (ReadOnlyEventStore reader = ReadOnlyEventStore.open(disk)) {
            assertThatExceptionOfType(StoreFailed.class)
                    .isThrownBy(() -> reader.commit(one(stream("a"))))
                    .withMessageContainingAll("for reading only", "directory=simulated");
            assertThatExceptionOfType(StoreFailed.class).isThrownBy(() -> reader.lease("fulfilment", 0));
            assertThat(reader.read(0, 0, 10, 1000, View.DURABLE)).isEmpty();
            assertThat(reader.streams("a")).isEmpty();
        }
        assertThat(disk.paths()).isEmpty();
    }

    @Test
    void waiting_ends_when_a_writer_commits_when_time_is_up_and_when_it_is_closed() throws Exception {
        SimulatedDisk disk = new SimulatedDisk();
        try (FileEventStore writer = FileEventStore.open(disk, SMALL)) {
            ReadOnlyEventStore reader = ReadOnlyEventStore.open(disk);
            assertThat(reader.await(0, 0, Duration.ofMillis(1))).isFalse();
            CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(() -> await(reader, 0));
            writer.commit(one(stream("a")));
            writer.awaitDurable(1);
            assertThat(waiting.get()).isTrue();

            CompletableFuture<Boolean> longer = CompletableFuture.supplyAsync(() -> await(reader, 1));
            reader.close();
            assertThat(longer.handle((found, failure) -> failure.getCause()).get())
                    .isInstanceOf(StoreClosed.class);
        }
    }

    private static boolean await(ReadOnlyEventStore reader, long after) {
        try {
            return reader.await(0, after, Duration.ofDays(1_000_000));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_directory_must_be_there_and_be_ours(@TempDir Path temporary) throws Exception {
        assertThatExceptionOfType(StoreFailed.class)
                .isThrownBy(() -> ReadOnlyEventStore.open(temporary.resolve("nothing")))
                .withMessageContainingAll("no such directory", "directory=" + temporary.resolve("nothing"));
        Files.writeString(temporary.resolve("notes.txt"), "something");
        assertThatExceptionOfType(StoreFailed.class)
                .isThrownBy(() -> ReadOnlyEventStore.open(temporary))
                .withMessageContainingAll("not a store", "notes.txt");
        assertThat(temporary.resolve("nothing")).doesNotExist();
    }

    @Test
    void a_reader_shows_the_moves_of_a_consumer_that_were_acknowledged() {
        SimulatedDisk disk = new SimulatedDisk();
        try (FileEventStore writer = FileEventStore.open(disk, SMALL);
                ReadOnlyEventStore reader = ReadOnlyEventStore.open(disk)) {
            Lease lease = writer.lease("fulfilment", 0);
            List<CommittedMove> moves = new ArrayList<>();
            for (int n = 0; n < 40; n++) {
                writer.commit(new Commit(List.of(append(stream("s" + n), ANY, 1)), List.of(), move(lease, n, n + 1L)));
                writer.awaitDurable(writer.lastCommit());
                moves.add(new CommittedMove(n + 1L, n, n + 1L, n, n + 1L, List.of()));

                assertThat(reader.moves("fulfilment", 0, n / 2)).isEqualTo(moves.subList(n / 2, moves.size()));
            }
            writer.commit(new Commit(List.of(append(stream("unknown"), ANY, 1)), List.of(), move(lease, 40, 41)));

            assertThat(writer.moves("fulfilment", 0, 0)).isEqualTo(moves);
            assertThat(reader.moves("fulfilment", 0, 0)).isEqualTo(moves);
        }
        assertThat(disk.paths("events/")).hasSizeGreaterThan(2);
    }
}
