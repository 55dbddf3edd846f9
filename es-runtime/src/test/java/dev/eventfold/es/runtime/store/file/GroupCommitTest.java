package dev.eventfold.es.runtime.store.file;

import static dev.eventfold.es.runtime.store.conformance.Samples.one;
import static dev.eventfold.es.runtime.store.conformance.Samples.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.eventfold.es.runtime.Durability;
import dev.eventfold.es.runtime.StoreFailed;
import dev.eventfold.es.runtime.store.CommitOutcome.Committed;
import dev.eventfold.es.runtime.store.View;
import dev.eventfold.es.runtime.store.conformance.Threads;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How commits become durable: many with one fsync, and what those who wait hear. */
@Timeout(60)
class GroupCommitTest {
    private final SlowDisk disk = new SlowDisk(new SimulatedDisk());

    @Test
    void one_fsync_serves_all_who_wait() throws Exception {
        int callers = 32;
        int each = 50;
        try (FileEventStore store = FileEventStore.open(disk, FileStoreOptions.standard())) {
            Threads.run(callers, caller -> {
                for (int n = 0; n < each; n++) {
                    store.awaitDurable(((Committed) store.commit(one(stream("s-" + caller)))).commit());
                }
                return caller;
            });

            assertThat(store.head(0, View.DURABLE)).isEqualTo(callers * each);
            assertThat(disk.writes()).isLessThan(callers * each / 4);
        }
    }

    @Test
    void commits_that_nobody_waits_for_cost_no_fsync() {
        try (FileEventStore store = FileEventStore.open(disk, FileStoreOptions.standard())) {
            for (int n = 0; n < 100; n++) {
                store.commit(one(stream("s")));
            }
            assertThat(disk.writes()).isZero();
            assertThat(store.head(0, View.DURABLE)).isZero();

            store.awaitDurable(store.lastCommit());

            assertThat(disk.writes()).isEqualTo(1);
            assertThat(store.head(0, View.DURABLE)).isEqualTo(100);
        }
    }

    @Test
    void a_large_group_is_written_in_pieces_and_made_durable_by_one_fsync() throws Exception {
        CountingDisk counting = new CountingDisk(new SimulatedDisk());
        try (FileEventStore store = FileEventStore.open(counting, FileStoreOptions.standard())) {
            store.awaitDurable(((Committed) store.commit(one(stream("s")))).commit());
            for (int n = 0; n < 2000; n++) {
                store.commit(one(stream("s")));
            }
            long syncs = counting.syncs.get();
            long bytes = counting.logBytes.get();
            long writes = counting.logWrites.get();

            store.awaitDurable(store.lastCommit());

            assertThat(counting.syncs.get() - syncs).isEqualTo(1);
            assertThat(counting.logBytes.get() - bytes).isGreaterThan(3 << 16);
            assertThat(counting.logWrites.get() - writes).isGreaterThan(3);
            assertThat(store.head(0, View.DURABLE)).isEqualTo(2001);
        }
    }

    @Test
    void decisions_go_on_while_the_disk_is_busy_and_stay_hidden_until_it_is_done() throws Exception {
        try (FileEventStore store = FileEventStore.open(disk, FileStoreOptions.standard())) {
            store.awaitDurable(((Committed) store.commit(one(stream("s")))).commit());
            disk.hold();
            Threads.Running<Boolean> waiting = Threads.start(() -> {
                store.awaitDurable(((Committed) store.commit(one(stream("s")))).commit());
                return true;
            });
            disk.awaitWriter();

            for (int n = 0; n < 10; n++) {
                store.commit(one(stream("s")));
            }

            assertThat(store.head(0, View.DECIDED)).isEqualTo(12);
            assertThat(store.read(0, 0, 100, 10_000, View.DECIDED)).hasSize(12);
            assertThat(store.head(0, View.DURABLE)).isEqualTo(1);
            assertThat(store.version(stream("s"), View.DURABLE)).isEqualTo(1);
            assertThat(store.read(0, 0, 100, 10_000, View.DURABLE)).hasSize(1);
            disk.release();
            assertThat(waiting.get()).isTrue();
            assertThat(store.head(0, View.DURABLE)).isEqualTo(2);
        }
    }

    @Test
    void an_interrupted_waiter_hears_that_the_outcome_is_unknown_and_keeps_its_flag() throws Exception {
        try (FileEventStore store = FileEventStore.open(disk, FileStoreOptions.standard())) {
            disk.hold();
            Threads.Running<Boolean> leader = Threads.start(() -> {
                store.awaitDurable(((Committed) store.commit(one(stream("s")))).commit());
                return true;
            });
            disk.awaitWriter();
            CountDownLatch decided = new CountDownLatch(1);
            Threads.Running<Boolean> waiter = Threads.start(() -> {
                long commit = ((Committed) store.commit(one(stream("s")))).commit();
                decided.countDown();
                assertThatExceptionOfType(StoreFailed.class)
                        .isThrownBy(() -> store.awaitDurable(commit))
                        .withMessageContainingAll("outcome is unknown", "interrupted", "commit=2");
                return Thread.interrupted();
            });
            decided.await();

            waiter.thread().interrupt();

            assertThat(waiter.get()).isTrue();
            disk.release();
            assertThat(leader.get()).isTrue();
            store.awaitDurable(2);
            assertThat(store.head(0, View.DURABLE)).isEqualTo(2);
        }
    }

    @Test
    void after_a_failed_write_all_in_flight_are_unknown_and_nothing_more_is_taken() throws Exception {
        FileEventStore store = FileEventStore.open(disk, FileStoreOptions.standard());
        store.awaitDurable(((Committed) store.commit(one(stream("s")))).commit());
        disk.hold();
        disk.failNext("No space left on device");
        Threads.Running<Boolean> leader = waitFor(store, ((Committed) store.commit(one(stream("s")))).commit());
        disk.awaitWriter();
        Threads.Running<Boolean> follower = waitFor(store, ((Committed) store.commit(one(stream("s")))).commit());

        disk.release();

        assertThat(leader.get()).isTrue();
        assertThat(follower.get()).isTrue();
        assertThatExceptionOfType(StoreFailed.class)
                .isThrownBy(() -> store.commit(one(stream("s"))))
                .withMessageContainingAll("takes no more commits", "No space left on device", "open it again");
        assertThatExceptionOfType(StoreFailed.class).isThrownBy(() -> store.version(stream("s"), View.DECIDED));
        assertThatExceptionOfType(StoreFailed.class).isThrownBy(() -> store.position("fulfilment", 0));
        assertThat(store.version(stream("s"), View.DURABLE)).isEqualTo(1);
        assertThat(store.readStream(stream("s"), 1, 10, View.DURABLE)).hasSize(1);
        store.awaitDurable(1);
        store.close();
        try (FileEventStore again = FileEventStore.open(disk, FileStoreOptions.standard())) {
            assertThat(again.commit(one(stream("s")))).isInstanceOf(Committed.class);
        }
    }

    private static Threads.Running<Boolean> waitFor(FileEventStore store, long commit) {
        return Threads.start(() -> {
            assertThatExceptionOfType(StoreFailed.class)
                    .isThrownBy(() -> store.awaitDurable(commit))
                    .withMessageContainingAll("outcome is unknown", "commit=" + commit, "No space left on device");
            return true;
        });
    }

    @Test
    void closing_lets_those_who_wait_succeed() throws Exception {
        FileEventStore store = FileEventStore.open(disk, FileStoreOptions.standard());
        disk.hold();
        Threads.Running<Boolean> leader = Threads.start(() -> {
            store.awaitDurable(((Committed) store.commit(one(stream("s")))).commit());
            return true;
        });
        disk.awaitWriter();
        long second = ((Committed) store.commit(one(stream("s")))).commit();
        Threads.Running<Boolean> waiter = Threads.start(() -> {
            store.awaitDurable(second);
            return true;
        });
        Threads.Running<Boolean> closer = Threads.start(() -> {
            store.close();
            return true;
        });

        disk.release();

        assertThat(leader.get()).isTrue();
        assertThat(waiter.get()).isTrue();
        assertThat(closer.get()).isTrue();
        try (FileEventStore again = FileEventStore.open(disk, FileStoreOptions.standard())) {
            assertThat(again.lastCommit()).isEqualTo(2);
        }
    }

    @Test
    void without_fsync_nothing_is_synced_until_the_store_is_closed() {
        SimulatedDisk plain = new SimulatedDisk();
        FileStoreOptions options = FileStoreOptions.standard().withDurability(Durability.OS);
        FileEventStore store = FileEventStore.open(plain, options);
        store.awaitDurable(((Committed) store.commit(one(stream("s")))).commit());
        int before = plain.syncs();
        for (int n = 0; n < 100; n++) {
            store.awaitDurable(((Committed) store.commit(one(stream("s")))).commit());
        }

        assertThat(plain.syncs()).isEqualTo(before);
        assertThat(store.head(0, View.DURABLE)).isEqualTo(101);
        store.close();
        assertThat(plain.syncs()).isGreaterThan(before);
        SimulatedDisk after = plain.afterPowerLoss(new Tear(Tear.Pattern.NOTHING, Tear.HeadFile.CURRENT, 0));
        try (FileEventStore again = FileEventStore.open(after, options)) {
            assertThat(again.lastCommit()).isEqualTo(101);
        }
    }

    @Test
    void without_fsync_a_power_loss_takes_a_tail_and_the_store_opens() {
        FileStoreOptions options =
                FileStoreOptions.standard().withDurability(Durability.OS).withSegmentBytes(3000);
        for (long seed = 0; seed < 50; seed++) {
            SimulatedDisk plain = new SimulatedDisk();
            Workload workload = new Workload(seed);
            FileEventStore store = FileEventStore.open(plain, options);
            workload.run(store, 60);
            for (Tear.Pattern pattern : Tear.Pattern.values()) {
                SimulatedDisk after = plain.afterPowerLoss(new Tear(pattern, Tear.HeadFile.CURRENT, seed));
                try (FileEventStore again = FileEventStore.open(after, options)) {
                    workload.fork(seed, again.lastCommit()).assertSame(again);
                }
            }
        }
    }

    /** A disk whose writes of the log can be held back, and made to fail. */
    private static final class SlowDisk extends ForwardingDisk {
        private final Semaphore permits = new Semaphore(1_000_000);
        private final Semaphore arrived = new Semaphore(0);
        private volatile String failure = "";
        private volatile boolean held;
        private int writes;

        SlowDisk(Disk disk) {
            super(disk);
        }

        void hold() {
            arrived.drainPermits();
            held = true;
            permits.drainPermits();
        }

        void awaitWriter() throws InterruptedException {
            arrived.acquire();
        }

        void release() {
            held = false;
            permits.release(1_000_000);
        }

        void failNext(String reason) {
            failure = reason;
        }

        synchronized int writes() {
            return writes;
        }

        @Override
        public DiskFile openForWriting(String path) throws IOException {
            DiskFile file = super.openForWriting(path);
            return new ForwardingFile(file) {
                @Override
                public void writeThrough(long at, byte[] bytes, int offset, int length) throws IOException {
                    count();
                    if (!failure.isEmpty()) {
                        throw new IOException(failure);
                    }
                    super.writeThrough(at, bytes, offset, length);
                }
            };
        }

        private void count() {
            arrived.release();
            if (held) {
                permits.acquireUninterruptibly();
            } else {
                // As long as an fsync of a good disk: others come meanwhile, which is what groups are made of.
                LockSupport.parkNanos(200_000);
            }
            synchronized (this) {
                writes++;
            }
        }
    }
}
