package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.OnFailure;
import dev.eventfold.es.UnreadablePayload;
import dev.eventfold.es.runtime.StoreClosed;
import dev.eventfold.es.runtime.StoreFailed;
import dev.eventfold.es.runtime.execution.Decider;
import dev.eventfold.es.runtime.execution.Draft;
import dev.eventfold.es.runtime.store.CommitOutcome;
import dev.eventfold.es.runtime.store.CommitOutcome.Committed;
import dev.eventfold.es.runtime.store.StoredEvent;
import dev.eventfold.es.runtime.store.StreamAppend;
import dev.eventfold.es.spi.ProcessManagerDefinition;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
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
    private final ManagerParts<P> parts;
    private final Progress progress;
    private final AheadOfDisk ahead;
    private final Passing<P> passing;
    private final Retrying<P> retrying;
    private final DueWork<P> dueWork;
    private final Passes passes;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final AtomicInteger loops = new AtomicInteger();
    private volatile @Nullable Throwable error;
    private boolean closed;

    /** From where its progress is. */
    ManagerRunner(ManagerParts<P> parts, Progress progress, Passes passes) {
        this.parts = parts;
        this.progress = progress;
        this.ahead = new AheadOfDisk(parts.host().decider());
        this.passing = new Passing<>(parts, progress, ahead, passes);
        this.retrying = new Retrying<>(parts, this);
        this.dueWork = new DueWork<>(parts, passing, progress, ahead, retrying);
        this.passes = passes;
    }

    String name() {
        return parts.name();
    }

    ConsumerKind kind() {
        return parts.kind();
    }

    /** Kind and name, for messages. */
    String label() {
        return parts.label();
    }

    /** The last position that it passed, in memory at least. */
    long position() {
        return progress.position();
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
        return parts.interests().isOfRejections(event.stream())
                || parts.interests().match(event.stream(), event.event().name()) != null;
    }

    /** Whether it reads nothing more because something failed. */
    boolean stopped() {
        return progress.stopped();
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
        return moving(() -> progress.position() < limit && passing.some(limit));
    }

    /** When the next of what its instances wait for is due; null when nothing is, or when it does nothing more. */
    @Nullable
    Instant nextDue() {
        try {
            return stopped() ? null : dueWork.next();
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
        return moving(() -> dueWork.some(until));
    }

    private boolean moving(BooleanSupplier move) {
        lock.lock();
        try {
            requireOpen();
            boolean moved = !stopped() && move.getAsBoolean();
            if (moved) {
                error = null;
                changed.signalAll();
            }
            return moved;
        } catch (Throwable e) {
            progress.distrust();
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
            RetryBatch.Result result = work.apply(progress::stay);
            if (result.outcome() instanceof Committed committed) {
                workedOff(committed, result);
            } else if (result.outcome() instanceof CommitOutcome.ConsumerMoved) {
                progress.readAgain();
            }
            changed.signalAll();
            return result;
        } catch (Throwable e) {
            progress.distrust();
            throw e;
        } finally {
            lock.unlock();
        }
    }

    private void workedOff(Committed committed, RetryBatch.Result result) {
        ahead.committed(committed);
        passes.record(name(), result.steps());
        progress.committed(progress.position());
        progress.setStopped(parts.definition().onFailure() == OnFailure.STOP
                && (result.tally().hasFailures() || retrying.stopped()));
    }

    /** Tries again what failed. */
    Retrying<P> retrying() {
        return retrying;
    }

    private void requireOpen() {
        if (closed) {
            throw new StoreClosed("the store was closed: " + label(), null);
        }
        progress.requireTrusted();
    }

    /** Its code, under the name that it is kept under. */
    ProcessManagerDefinition<P> definition() {
        return parts.definition();
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
            finish.accept(progress.position());
            commitSwitch(switched);
            parts.host().generations().set(parts.definition().name(), generation);
        } catch (Throwable e) {
            progress.distrust();
            throw e;
        } finally {
            lock.unlock();
        }
        ahead.awaitDurable();
    }

    /** With the position: what was passed in memory only is in the new rows. */
    private void commitSwitch(StreamAppend switched) {
        CommitOutcome outcome = commitWhereItStands(draft -> draft.add(switched));
        if (!(outcome instanceof Committed committed)) {
            throw new StoreFailed("a rebuild cannot be ended: processManager=" + name() + ", " + outcome, null);
        }
        ahead.committed(committed);
        progress.committed(progress.position());
    }

    private CommitOutcome commitWhereItStands(Consumer<Draft> content) {
        Decider decider = parts.host().decider();
        decider.turn().lock();
        try {
            Draft draft = decider.draft();
            content.accept(draft);
            return decider.commit(draft, List.of(), progress.stay(List.of()));
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
            while (running() && !stopped() && !closed && position() < target) {
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
            if (!closed && progress.isAhead()) {
                commitWhereItStands(draft -> {});
            }
        } finally {
            closed = true;
            changed.signalAll();
            lock.unlock();
        }
    }
}
