package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.OnFailure;
import dev.eventfold.es.runtime.execution.Backoff;
import dev.eventfold.es.runtime.execution.Decider;
import dev.eventfold.es.runtime.observe.Observer;
import dev.eventfold.es.runtime.observe.Ongoing;
import dev.eventfold.es.runtime.observe.ReactionEvent;
import dev.eventfold.es.runtime.store.CommitOutcome;
import dev.eventfold.es.runtime.store.CommitOutcome.Committed;
import dev.eventfold.es.runtime.store.CommitOutcome.TooLarge;
import dev.eventfold.es.runtime.store.EventFilter;
import dev.eventfold.es.runtime.store.EventSlice;
import dev.eventfold.es.runtime.store.StoredEvent;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Reads the events behind the position of one process manager, reacts to them and commits what comes of it, a batch at a time: smaller ones
 * while somebody else wins the race or a commit is too large.
 *
 * @param <P> the class of the process manager
 */
final class Passing<P> {
    /** How far the position may run ahead, in memory only, of what is written. */
    private static final long MOST_UNWRITTEN = 100_000;

    private final ManagerParts<P> parts;
    private final Progress progress;
    private final AheadOfDisk ahead;
    private final Passes passes;
    private final BatchSize size;
    private final EventFilter wanted;

    Passing(ManagerParts<P> parts, Progress progress, AheadOfDisk ahead, Passes passes) {
        this.parts = parts;
        this.progress = progress;
        this.ahead = ahead;
        this.passes = passes;
        this.size = parts.batchSize();
        this.wanted = parts.wanted();
    }

    /** Whether so much waits in the log that it is passed a batch at a time. */
    boolean isFarBehind() {
        return behind() > size.events();
    }

    /** How many positions are decided and not passed. */
    long behind() {
        return parts.host().store().head(Decider.PARTITION, parts.view()) - progress.position();
    }

    /**
     * Passes some of the events up to a position.
     *
     * @return false when there was nothing to pass
     */
    boolean some(long limit) {
        EventSlice events = read(limit);
        if (events.to() == progress.position()) {
            return false;
        }
        pass(events);
        return true;
    }

    private EventSlice read(long limit) {
        return parts.host()
                .store()
                .read(
                        Decider.PARTITION,
                        progress.position(),
                        limit,
                        size.events(),
                        BatchSize.MAX_BYTES,
                        parts.view(),
                        wanted);
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
            } else if (outcome instanceof TooLarge refusal) {
                tooLarge = Refusals.tooLarge(refusal, tooLarge, some.events().size(), place(some));
                some = fewer(some);
            } else if (outcome instanceof CommitOutcome.ConsumerMoved) {
                progress.readAgain();
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
        return parts.label() + ", from=" + progress.written() + ", to=" + events.to();
    }

    private Batch.Result attempt(EventSlice slice, @Nullable TooLarge tooLarge) {
        List<StoredEvent> events = slice.events();
        Ongoing<ReactionEvent> reaction = parts.host().decider().observer().begin(ReactionEvent::new);
        Batch.Result result = attempt(slice, events, tooLarge);
        if (result.onlyFirst() == 0 && (result.outcome() == null || result.outcome() instanceof Committed)) {
            tell(reaction, events.size(), result.steps());
        }
        return result;
    }

    private void tell(Ongoing<ReactionEvent> reaction, int events, List<Step> steps) {
        Observer observer = parts.host().decider().observer();
        if (observer.wants(reaction)) {
            Counts counts = steps.stream().map(Step::counts).reduce(Counts.NONE, Counts::plus);
            observer.reacted(
                    reaction, parts.name(), events, progress.position(), counts.dispatched(), counts.deadLettered());
        }
    }

    private Batch.Result attempt(EventSlice slice, List<StoredEvent> events, @Nullable TooLarge tooLarge) {
        long began = System.nanoTime();
        Batch<P> batch = new Batch<>(parts, events, tooLarge);
        if (!batch.react()) {
            return Batch.Result.onlyFirst(Math.max(1, events.size() / 2));
        }
        size.reacted(events.size(), System.nanoTime() - began);
        long to = batch.passed() == events.size() ? slice.to() : batch.lastPosition();
        boolean toBeWritten = parts.receives() && !events.isEmpty();
        if (batch.idle() && !toBeWritten && to - progress.written() < MOST_UNWRITTEN) {
            List<Step> steps = batch.idleSteps();
            passes.record(parts.name(), steps);
            progress.passed(to);
            return new Batch.Result(null, steps, false, 0);
        }
        ahead.bound();
        return commit(batch, to, events.size());
    }

    private Batch.Result commit(Batch<P> batch, long to, int count) {
        ReentrantLock turn = parts.host().decider().turn();
        turn.lock();
        try {
            long began = System.nanoTime();
            Batch.Result result = batch.commit(unchanged -> progress.moveTo(to, unchanged));
            if (result.outcome() instanceof Committed committed) {
                committed(committed, result, to);
            }
            size.decided(count, System.nanoTime() - began);
            return result;
        } finally {
            turn.unlock();
        }
    }

    /** Takes note of a commit of the process manager that has passed a position. */
    void committed(Committed committed, Batch.Result result, long to) {
        passes.record(parts.name(), result.steps());
        ahead.committed(committed);
        progress.setStopped(result.failed() && parts.definition().onFailure() == OnFailure.STOP);
        progress.committed(to);
    }
}
