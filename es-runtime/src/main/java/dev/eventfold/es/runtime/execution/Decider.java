package dev.eventfold.es.runtime.execution;

import dev.eventfold.es.CommandRejected;
import dev.eventfold.es.EsException;
import dev.eventfold.es.HandlerFailed;
import dev.eventfold.es.UnreadablePayload;
import dev.eventfold.es.VersionConflict;
import dev.eventfold.es.runtime.StoreFailed;
import dev.eventfold.es.runtime.observe.CommitEvent;
import dev.eventfold.es.runtime.observe.Observer;
import dev.eventfold.es.runtime.observe.Ongoing;
import dev.eventfold.es.runtime.program.AggregateModel;
import dev.eventfold.es.runtime.store.Commit;
import dev.eventfold.es.runtime.store.CommitOutcome;
import dev.eventfold.es.runtime.store.ConsumerMove;
import dev.eventfold.es.runtime.store.EventStore;
import dev.eventfold.es.runtime.store.ExpectedVersion;
import dev.eventfold.es.runtime.store.NewEvent;
import dev.eventfold.es.runtime.store.RowChange;
import dev.eventfold.es.runtime.store.StoredEvent;
import dev.eventfold.es.runtime.store.StreamAppend;
import dev.eventfold.es.runtime.store.StreamId;
import dev.eventfold.es.runtime.store.View;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Decides commands one after another on the decided state, which may run ahead of the disk, and commits them in that order.
 *
 * <p>Whoever decides takes the {@link #turn()} first, and keeps it until what was decided is committed or discarded.
 */
public final class Decider {
    /** Files and memory have one partition. */
    public static final int PARTITION = 0;

    private final EventStore store;
    private final Payloads payloads;
    private final Clock clock;
    private final EventClock times;
    private final Observer observer;
    private final Handling handling;
    private final DecidedStates states;
    private final ReentrantLock turn = new ReentrantLock();
    private volatile boolean takesNoCommits;
    private Consumer<List<StoredEvent>> listener = events -> {};

    /**
     * Of one store.
     *
     * @param store where to commit
     * @param payloads writes payloads
     * @param clock tells the time of events
     * @param histories folds what is not cached
     * @param observer hears of what is committed
     */
    public Decider(EventStore store, Payloads payloads, Clock clock, Histories histories, Observer observer) {
        this.store = store;
        this.payloads = payloads;
        this.clock = clock;
        this.times = new EventClock(clock);
        this.states = new DecidedStates(histories);
        this.observer = observer;
        this.handling = new Handling(payloads);
    }

    /**
     * Says who hears of what is committed, decided or durable: in turn, before the commit is answered.
     *
     * @param hearing takes the events of each commit
     */
    public void onCommit(Consumer<List<StoredEvent>> hearing) {
        turn.lock();
        try {
            listener = hearing;
        } finally {
            turn.unlock();
        }
    }

    /**
     * One that decides on another log, at the same times.
     *
     * @param other the log
     * @return the decider, whose turn is its own
     */
    public Decider on(EventStore other) {
        return new Decider(other, payloads, clock, new Histories(other, payloads), Observer.WITHOUT_LISTENER);
    }

    /**
     * Who hears of what the store does.
     *
     * @return the observer; one on another log than the store's tells no listener
     */
    public Observer observer() {
        return observer;
    }

    /**
     * The right to decide.
     *
     * @return the one lock of the store
     */
    public ReentrantLock turn() {
        return turn;
    }

    /**
     * What events decided now will bear.
     *
     * @return the time, in whole milliseconds
     */
    public Instant now() {
        return times.now();
    }

    /**
     * Begins a commit at the end of the log.
     *
     * @return an empty draft
     */
    public Draft draft() {
        return new Draft(store.head(PARTITION, View.DECIDED));
    }

    /**
     * Decides one command and adds its events to the draft.
     *
     * @param draft the commit in the making
     * @param request the command
     * @return what came of it
     * @throws EsException as {@code execute} does; the draft is as it was
     */
    public Decision decide(Draft draft, CommandRequest request) {
        if (request.once()) {
            List<StoredEvent> first =
                    store.firstResult(request.stream(), request.origin().commandId());
            if (!first.isEmpty()) {
                return Decision.duplicateOf(first);
            }
            if (draft.holds(request.stream(), request.origin().commandId())) {
                return new Decision(version(draft, request.stream()), false, true, List.of());
            }
        }
        return decide(draft, request.target(), request);
    }

    private long version(Draft draft, StreamId stream) {
        return store.version(stream, View.DECIDED) + draft.decided(stream).size();
    }

    private <A> Decision decide(Draft draft, AggregateModel<A> target, CommandRequest request) {
        DecidedState<A> before = states.of(draft, target, request.stream());
        if (request.expectedVersion() >= 0 && request.expectedVersion() != before.version()) {
            throw new VersionConflict("the instance does not have the expected version: stream=" + request.stream()
                    + ", expected=" + request.expectedVersion() + ", actual=" + before.version());
        }
        try {
            return decide(draft, target, request, before);
        } catch (Throwable e) {
            // Who knows what it did to the state before it threw. Only a record that says no cannot have changed.
            if (!(e instanceof CommandRejected) || !target.definition().type().isRecord()) {
                states.drop(request.stream());
            }
            throw e;
        }
    }

    private <A> Decision decide(Draft draft, AggregateModel<A> target, CommandRequest request, DecidedState<A> before) {
        Instant time = now();
        List<Object> results =
                handling.handle(target, before.state(), new IncomingCommand(request, before.version(), time));
        if (results.isEmpty()) {
            return Decision.of(before.version(), false);
        }
        List<NewEvent> events = handling.events(target, request, time, results);
        List<EventInHand> decided = decided(draft, request.stream(), before.version(), events, results);
        long version = states.decided(target, request.stream(), before, decided);
        draft.add(
                new StreamAppend(request.stream(), ExpectedVersion.of(before.version()), request.once(), events),
                decided);
        return Decision.of(version, true);
    }

    private List<EventInHand> decided(
            Draft draft, StreamId stream, long version, List<NewEvent> events, List<Object> objects) {
        List<EventInHand> decided = new ArrayList<>(events.size());
        for (int index = 0; index < events.size(); index++) {
            StoredEvent stored = new StoredEvent(
                    PARTITION, draft.position() + 1 + index, stream, version + 1 + index, index, events.get(index));
            decided.add(EventInHand.decided(stored, payloads, objects.get(index)));
        }
        return decided;
    }

    /**
     * Commits a draft. When it does not get into the log, what was decided is forgotten.
     *
     * @param draft the events
     * @param rows the rows that go with them
     * @param move the consumer's move that goes with them; null for a caller's command
     * @return what came of it
     * @throws StoreFailed when the store takes no commits
     */
    public CommitOutcome commit(Draft draft, List<RowChange> rows, @Nullable ConsumerMove move) {
        CommitOutcome outcome;
        Ongoing<CommitEvent> commit = observer.begin(CommitEvent::new);
        try {
            outcome = store.commit(new Commit(draft.appends(), rows, move));
        } catch (Throwable e) {
            states.clear();
            takesNoCommits = e instanceof StoreFailed;
            throw e;
        }
        if (outcome instanceof CommitOutcome.Committed committed) {
            observer.committed(commit, committed.commit(), committed.events().size());
            listener.accept(committed.events());
        } else if (outcome instanceof CommitOutcome.Unknown) {
            states.clear();
        } else {
            discard(draft);
        }
        return outcome;
    }

    /**
     * Commits an event that happened elsewhere, once its aggregate has applied it.
     *
     * @throws UnreadablePayload when it, or one before it, cannot be read; nothing was written
     * @throws HandlerFailed when an applier or the constructor throws; nothing was written
     * @throws StoreFailed when the store takes no commits
     */
    <A> CommitOutcome append(AggregateModel<A> target, StreamId stream, NewEvent happened) {
        Draft draft = draft();
        DecidedState<A> before = states.of(draft, target, stream);
        StoredEvent stored =
                new StoredEvent(PARTITION, draft.position() + 1, stream, before.version() + 1, 0, happened);
        List<EventInHand> events = List.of(new EventInHand(stored, payloads));
        try {
            states.decided(target, stream, before, events);
        } catch (Throwable e) {
            // Who knows what the applier did to the state before it threw.
            states.drop(stream);
            throw e;
        }
        draft.add(new StreamAppend(stream, ExpectedVersion.of(before.version()), true, List.of(happened)), events);
        return commit(draft, List.of(), null);
    }

    /**
     * Whether the store has refused a commit because an earlier one failed: it must be opened again.
     *
     * @return true when the last commit was refused so
     */
    public boolean takesNoCommits() {
        return takesNoCommits;
    }

    /**
     * Forgets what was decided for a draft that will not be committed.
     *
     * @param draft the draft, of no use afterwards
     */
    public void discard(Draft draft) {
        draft.streams().forEach(states::drop);
    }

    /**
     * Waits until a commit is durable.
     *
     * @param commit its number
     * @throws StoreFailed when that is not known any more; what was decided is forgotten then
     */
    public void awaitDurable(long commit) {
        try {
            store.awaitDurable(commit);
        } catch (StoreFailed e) {
            forget();
            throw e;
        }
    }

    private void forget() {
        turn.lock();
        try {
            states.clear();
        } finally {
            turn.unlock();
        }
    }
}
