package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.OnFailure;
import dev.eventfold.es.UnreadablePayload;
import dev.eventfold.es.runtime.StoreClosed;
import dev.eventfold.es.runtime.StoreFailed;
import dev.eventfold.es.runtime.execution.Backoff;
import dev.eventfold.es.runtime.execution.Decider;
import dev.eventfold.es.runtime.execution.Draft;
import dev.eventfold.es.runtime.store.CommitOutcome;
import dev.eventfold.es.runtime.store.CommitOutcome.Committed;
import dev.eventfold.es.runtime.store.CommitOutcome.TooLarge;
import dev.eventfold.es.runtime.store.ConsumerMove;
import dev.eventfold.es.runtime.store.EventSlice;
import dev.eventfold.es.runtime.store.Lease;
import dev.eventfold.es.runtime.store.StoredEvent;
import dev.eventfold.es.runtime.store.StreamAppend;
import dev.eventfold.es.runtime.store.View;
import dev.eventfold.es.spi.ProcessManagerDefinition;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Moves one process manager through the log, a batch at a time. Guards its own position: any number of threads may ask for a step, one at a
 * time makes it.
 *
 * @param <P> the class of the process manager
 */
final class ManagerRunner<P> implements BetweenSteps {
    /** How far the position may run ahead, in memory only, of what is written. */
    private static final long MOST_UNWRITTEN = 100_000;

    /** How often it passes, in turn, what its own commands wrote, before others have a turn. */
    private static final int MOST_ROUNDS = 16;

    /** How many of its events, and for how many nanoseconds, may be decided and not yet on the disk while it goes on: about 1 MiB. */
    private static final long MOST_UNSYNCED = 4_096;

    private static final long LONGEST_UNSYNCED = 50_000_000;

    private final LogHost host;
    private final ProcessManagerDefinition<P> definition;
    private final Interests interests;
    private final Sending sending;
    private final FailureEvents failures;
    private final Retrying<P> retrying;
    private final Passes passes;
    private final DueWork<P> dueWork;
    private final long startsAfter;
    private final BatchSize size = new BatchSize();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private volatile long position;
    private volatile boolean stopped;
    private long written;
    private @Nullable Lease lease;
    private long lastCommit;
    private long unsynced;
    private long lastSync = System.nanoTime();
    private final AtomicInteger loops = new AtomicInteger();
    private volatile @Nullable Throwable error;
    private boolean closed;

    /** Positions up to {@code startsAfter} are none of its business. */
    ManagerRunner(
            LogHost host, ProcessManagerDefinition<P> definition, Passes passes, long startsAfter, boolean stopped) {
        this.host = host;
        this.definition = definition;
        ManagerParts<P> parts = ManagerParts.of(host, definition);
        this.interests = parts.interests();
        this.sending = parts.sending();
        this.failures = parts.failures();
        this.retrying = new Retrying<>(parts, this);
        this.passes = passes;
        this.dueWork = new DueWork<>(host, definition, interests, sending, failures, retrying::isInHand);
        this.startsAfter = startsAfter;
        this.stopped = stopped;
        takeLease();
    }

    String name() {
        return KeptDefinition.presentName(definition);
    }

    /** The last position that it passed, in memory at least. */
    long position() {
        return position;
    }

    /** What went wrong since it moved last. */
    @Nullable
    Throwable error() {
        return error;
    }

    /** Whether a live loop moves it. */
    boolean running() {
        return loops.get() > 0;
    }

    /** Whether an event of the log is one that it reacts to. */
    boolean reactsTo(StoredEvent event) {
        return interests.isOfRejections(event.stream())
                || interests.match(event.stream(), event.event().name()) != null;
    }

    /** Whether it reads nothing more because something failed. */
    boolean stopped() {
        return stopped;
    }

    /**
     * Passes some of the events up to a position.
     *
     * @param limit the last position that may be passed
     * @return false when there was nothing to pass
     * @throws UnreadablePayload when a row cannot be read; nothing was moved
     * @throws StoreFailed when the store failed; nothing was moved
     */
    boolean step(long limit) {
        return moving(() -> position < limit && passSome(limit));
    }

    /** When the next of what its instances wait for is due; null when nothing is, or when it does nothing more. */
    @Nullable
    Instant nextDue() {
        try {
            return stopped ? null : dueWork.next();
        } catch (StoreFailed e) {
            error = e;
            throw e;
        }
    }

    /**
     * Does some of what is due, once all that is in the log is passed: in turn, so that nothing comes in between.
     *
     * @param until the last time that counts as due
     * @return false when there was nothing to do
     * @throws UnreadablePayload as of {@link #step}
     * @throws StoreFailed as of {@link #step}
     */
    boolean fire(Instant until) {
        return moving(() -> {
            if (!dueWork.isDue(until)) {
                return false;
            }
            if (retrying.releaseDue(until)) {
                return true;
            }
            if (behind() > size.events()) {
                return passSome(Long.MAX_VALUE);
            }
            host.decider().awaitDurable(lastCommit);
            ReentrantLock turn = host.decider().turn();
            turn.lock();
            try {
                for (int round = 0; round < MOST_ROUNDS && behind() > 0 && !stopped; round++) {
                    passSome(Long.MAX_VALUE);
                }
                return behind() > 0 || stopped || fired(until);
            } finally {
                turn.unlock();
            }
        });
    }

    private boolean fired(Instant until) {
        Batch.Result result = dueWork.fire(until, unchanged -> move(position, unchanged));
        if (result == null) {
            return false;
        }
        if (result.outcome() instanceof Committed committed) {
            committed(committed, result, position);
        } else {
            takeLease();
        }
        return true;
    }

    private long behind() {
        return host.store().head(Decider.PARTITION, View.DECIDED) - position;
    }

    private boolean passSome(long limit) {
        EventSlice events = read(limit);
        if (events.to() == position) {
            return false;
        }
        pass(events);
        return true;
    }

    private boolean moving(BooleanSupplier move) {
        lock.lock();
        try {
            requireOpen();
            boolean moved = !stopped && move.getAsBoolean();
            if (moved) {
                error = null;
                changed.signalAll();
            }
            return moved;
        } catch (Throwable e) {
            // What is in memory may not be what is written: read it again before the next step.
            lease = null;
            error = e;
            throw e;
        } finally {
            lock.unlock();
            passes.flows().moved();
        }
    }

    /** What it has passed in memory only is written with it. */
    @Override
    public RetryBatch.Result between(Function<Batch.MoveTo, RetryBatch.Result> work) {
        lock.lock();
        try {
            requireOpen();
            RetryBatch.Result result = work.apply(unchanged -> move(position, unchanged));
            if (result.outcome() instanceof Committed committed) {
                lastCommit = committed.commit();
                written = position;
                passes.record(name(), result.steps());
                stopped = definition.onFailure() == OnFailure.STOP
                        && (result.tally().hasFailures() || retrying.stopped());
            } else if (result.outcome() instanceof CommitOutcome.ConsumerMoved) {
                takeLease();
            }
            changed.signalAll();
            return result;
        } catch (Throwable e) {
            lease = null;
            throw e;
        } finally {
            lock.unlock();
        }
    }

    /** Tries again what failed. */
    Retrying<P> retrying() {
        return retrying;
    }

    private void requireOpen() {
        if (closed) {
            throw new StoreClosed("the store was closed: processManager=" + name(), null);
        }
        if (lease == null) {
            takeLease();
        }
    }

    private void takeLease() {
        lease = host.store().lease(definition.name(), Decider.PARTITION);
        written = host.store().position(definition.name(), Decider.PARTITION);
        position = Math.max(written, startsAfter);
    }

    private EventSlice read(long limit) {
        return host.store()
                .read(Decider.PARTITION, position, limit, size.events(), BatchSize.MAX_BYTES, View.DECIDED, interests);
    }

    private void pass(EventSlice events) {
        EventSlice some = events;
        TooLarge tooLarge = null;
        for (int lost = 0; ; ) {
            Batch.Result result = attempt(some, tooLarge);
            CommitOutcome outcome = result.outcome();
            if (outcome == null || outcome instanceof Committed) {
                if (result.onlyFirst() == 0) {
                    return;
                }
                some = some.first(result.onlyFirst());
            } else if (outcome instanceof TooLarge size) {
                tooLarge = Refusals.tooLarge(size, tooLarge, some.events().size(), place(some));
                some = fewer(some);
            } else if (outcome instanceof CommitOutcome.ConsumerMoved) {
                takeLease();
                return;
            } else {
                Refusals.requireKnown(outcome, place(some));
                Backoff.afterLostRace(lost++);
                some = fewer(some);
            }
        }
    }

    private static EventSlice fewer(EventSlice slice) {
        int count = slice.events().size();
        return count < 2 ? slice : slice.first(count / 2);
    }

    private String place(EventSlice events) {
        return "processManager=" + name() + ", from=" + written + ", to=" + events.to();
    }

    private Batch.Result attempt(EventSlice slice, @Nullable TooLarge tooLarge) {
        List<StoredEvent> events = slice.events();
        long began = System.nanoTime();
        Batch<P> batch = new Batch<>(host, definition, interests, sending, failures, events, tooLarge);
        if (!batch.react()) {
            return Batch.Result.onlyFirst(Math.max(1, events.size() / 2));
        }
        size.reacted(events.size(), System.nanoTime() - began);
        long to = batch.passed() == events.size() ? slice.to() : batch.lastPosition();
        if (batch.idle() && to - written < MOST_UNWRITTEN) {
            List<Step> steps = batch.idleSteps();
            passes.record(name(), steps);
            position = to;
            return new Batch.Result(null, steps, false, 0);
        }
        boundUnsynced();
        return commit(batch, to, events.size());
    }

    /** Decides ahead of the disk, but not far: each wait for it costs the same, however much was decided. */
    private void boundUnsynced() {
        if (unsynced > MOST_UNSYNCED || System.nanoTime() - lastSync > LONGEST_UNSYNCED) {
            host.decider().awaitDurable(lastCommit);
            unsynced = 0;
            lastSync = System.nanoTime();
        }
    }

    private Batch.Result commit(Batch<P> batch, long to, int count) {
        ReentrantLock turn = host.decider().turn();
        turn.lock();
        try {
            long began = System.nanoTime();
            Batch.Result result = batch.commit(unchanged -> move(to, unchanged));
            if (result.outcome() instanceof Committed committed) {
                committed(committed, result, to);
            }
            size.decided(count, System.nanoTime() - began);
            return result;
        } finally {
            turn.unlock();
        }
    }

    private void committed(Committed committed, Batch.Result result, long to) {
        passes.record(name(), result.steps());
        lastCommit = committed.commit();
        unsynced += committed.events().size();
        written = to;
        stopped = result.failed() && definition.onFailure() == OnFailure.STOP;
        position = to;
    }

    private ConsumerMove move(long to, List<ConsumerMove.Unchanged> unchanged) {
        return new ConsumerMove(Objects.requireNonNull(lease, "lease"), written, to, unchanged);
    }

    /** Its code, under the name that it is kept under. */
    ProcessManagerDefinition<P> definition() {
        return definition;
    }

    /**
     * Goes on in another generation of rows, between two steps.
     *
     * @param generation the generation
     * @param finish brings its rows to where this process manager is
     * @param switched says so in the log
     */
    void goOnIn(int generation, LongConsumer finish, StreamAppend switched) {
        lock.lock();
        try {
            requireOpen();
            finish.accept(position);
            commitSwitch(switched);
            host.generations().set(definition.name(), generation);
        } catch (Throwable e) {
            lease = null;
            throw e;
        } finally {
            lock.unlock();
        }
        host.decider().awaitDurable(lastCommit);
    }

    /** With the position: what was passed in memory only is in the new rows. */
    private void commitSwitch(StreamAppend switched) {
        Decider decider = host.decider();
        decider.turn().lock();
        try {
            Draft draft = decider.draft();
            draft.add(switched);
            CommitOutcome outcome = decider.commit(draft, List.of(), move(position, List.of()));
            if (!(outcome instanceof Committed committed)) {
                throw new StoreFailed("a rebuild cannot be ended: processManager=" + name() + ", " + outcome, null);
            }
            lastCommit = committed.commit();
            written = position;
        } finally {
            decider.turn().unlock();
        }
    }

    /** A live loop moves it from now on. */
    void enterLoop() {
        changeLoops(1);
    }

    /** The live loop has ended. */
    void leaveLoop() {
        changeLoops(-1);
    }

    private void changeLoops(int by) {
        lock.lock();
        try {
            loops.addAndGet(by);
            changed.signalAll();
        } finally {
            lock.unlock();
            passes.flows().moved();
        }
    }

    /**
     * Waits while a live loop moves it, until it has passed a position.
     *
     * @return false when no live loop moves it
     */
    boolean awaitLoop(long target) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (running() && !stopped && !closed && position < target) {
                changed.await();
            }
            return running();
        } finally {
            lock.unlock();
        }
    }

    /** Writes the position and takes no further step. */
    void close() {
        lock.lock();
        try {
            if (!closed && lease != null && position > written) {
                writePosition();
            }
        } finally {
            closed = true;
            changed.signalAll();
            lock.unlock();
        }
    }

    private void writePosition() {
        Decider decider = host.decider();
        decider.turn().lock();
        try {
            Draft draft = decider.draft();
            decider.commit(draft, List.of(), move(position, List.of()));
        } finally {
            decider.turn().unlock();
        }
    }
}
