package dev.eventfold.es.runtime.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventfold.es.runtime.CommandResult;
import dev.eventfold.es.runtime.store.conformance.Threads;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who decides for whom, and who sleeps until when. */
@Timeout(60)
class CallerQueueTest {
    private final ReentrantLock turn = new ReentrantLock();
    private final AtomicLong commits = new AtomicLong();
    private final List<Thread> deciders = Collections.synchronizedList(new ArrayList<>());
    private final Semaphore atTheDisk = new Semaphore(0);
    private final Semaphore disk = new Semaphore(0);
    private final CallerQueue<String> callers = new CallerQueue<>(turn, this::decide, this::awaitDurable);

    private Attempt decide(String request) {
        assertThat(request).isEqualTo("tick");
        assertThat(turn.isHeldByCurrentThread()).isTrue();
        deciders.add(Thread.currentThread());
        return new Attempt(null, commits.incrementAndGet(), CallerQueueTest::noResult);
    }

    private static CommandResult noResult() {
        throw new IllegalStateException("nobody asks");
    }

    private void awaitDurable(long commit) {
        assertThat(commit).isBetween(1L, commits.get());
        atTheDisk.release();
        disk.acquireUninterruptibly();
    }

    @Test
    void one_decides_for_all_who_came_while_the_turn_was_taken() throws Exception {
        turn.lock();
        Threads.Running<Attempt> first = Threads.start(() -> callers.decide("tick"));
        awaitParked(first);
        List<Threads.Running<Attempt>> others = List.of(parked(), parked(), parked());
        disk.release();

        turn.unlock();

        assertThat(first.get().restsOn()).isEqualTo(1);
        for (Threads.Running<Attempt> other : others) {
            assertThat(other.get().restsOn()).isBetween(2L, 4L);
        }
        assertThat(deciders).hasSize(4).containsOnly(first.thread());
    }

    private Threads.Running<Attempt> parked() {
        Threads.Running<Attempt> caller = Threads.start(() -> callers.decide("tick"));
        awaitParked(caller);
        return caller;
    }

    @Test
    void who_comes_while_the_disk_is_busy_is_decided_and_waits_for_the_disk_himself() throws Exception {
        Threads.Running<Attempt> first = Threads.start(() -> callers.decide("tick"));
        atTheDisk.acquire();

        Threads.Running<Attempt> second = Threads.start(() -> callers.decide("tick"));
        atTheDisk.acquire();

        assertThat(deciders).containsExactly(first.thread(), second.thread());
        disk.release(2);
        assertThat(first.get().restsOn()).isEqualTo(1);
        assertThat(second.get().restsOn()).isEqualTo(2);
    }

    @Test
    void who_is_interrupted_learns_what_was_decided_before_the_disk_is_done_and_stays_interrupted() throws Exception {
        turn.lock();
        Threads.Running<Attempt> leader = Threads.start(() -> callers.decide("tick"));
        awaitParked(leader);
        Threads.Running<Boolean> other = Threads.start(() -> {
            assertThat(callers.decide("tick").restsOn()).isEqualTo(2);
            return Thread.currentThread().isInterrupted();
        });
        awaitParked(other);
        turn.unlock();
        atTheDisk.acquire();

        other.thread().interrupt();

        assertThat(other.get()).isTrue();
        assertThat(leader.isAlive()).isTrue();
        disk.release();
        assertThat(leader.get().restsOn()).isEqualTo(1);
    }

    @Test
    void many_callers_are_all_decided_once() throws Exception {
        disk.release(1_000_000);
        int callersAtOnce = 16;
        int each = 500;

        List<List<Long>> commitsOfEach = Threads.run(callersAtOnce, caller -> {
            List<Long> mine = new ArrayList<>();
            for (int n = 0; n < each; n++) {
                mine.add(callers.decide("tick").restsOn());
            }
            return mine;
        });

        assertThat(commitsOfEach.stream().flatMap(List::stream).distinct()).hasSize(callersAtOnce * each);
        assertThat(commitsOfEach).allSatisfy(mine -> assertThat(mine).isSorted());
    }

    private static void awaitParked(Threads.Running<?> caller) {
        while (caller.thread().getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }
}
