package dev.eventfold.es.runtime.snapshot;

import dev.eventfold.es.runtime.Snapshots;
import dev.eventfold.es.runtime.StoreFailed;
import dev.eventfold.es.runtime.execution.DecidedState;
import dev.eventfold.es.runtime.execution.KeptStates;
import dev.eventfold.es.runtime.execution.Payloads;
import dev.eventfold.es.runtime.observe.Observer;
import dev.eventfold.es.runtime.program.AggregateModel;
import dev.eventfold.es.runtime.store.EventStore;
import dev.eventfold.es.runtime.store.StreamId;
import dev.eventfold.es.runtime.store.View;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * Keeps the states of instances by a policy: whoever decides or loads only leaves a note, and somebody else folds and writes. Safe for use by any
 * number of threads.
 */
public final class SnapshotKeeper implements KeptStates {
    /** More instances than that are not noted at a time: they will grow again. */
    private static final int MOST_NOTED = 10_000;

    /** What is not durable after so many looks will not be: a write has failed. */
    private static final int MOST_TRIES = 100;

    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(1);

    private final EventStore store;
    private final Snapshots policy;
    private final SnapshotReads reads;
    private final SnapshotTaking taking;
    private final Executor executor;
    private final Map<StreamId, Note> notes = new LinkedHashMap<>();
    private boolean awaited;
    private volatile boolean closed;

    private record Note(AggregateModel<?> model, StreamId stream, long version, int tries) {}

    /**
     * Of one store.
     *
     * @param store keeps the snapshots
     * @param payloads reads and writes states
     * @param policy says how often
     * @param observer hears of each snapshot
     * @param executor runs what nobody waits for
     */
    public SnapshotKeeper(EventStore store, Payloads payloads, Snapshots policy, Observer observer, Executor executor) {
        this.store = store;
        this.policy = policy;
        this.reads = new SnapshotReads(store, payloads, policy);
        this.taking = new SnapshotTaking(store, payloads, policy, observer, reads);
        this.executor = executor;
    }

    @Override
    public <A> Optional<DecidedState<A>> find(AggregateModel<A> model, StreamId stream, View view) {
        return reads.find(model, stream, view);
    }

    @Override
    public void decided(AggregateModel<?> model, StreamId stream, long from, long to) {
        int events = policy.events();
        if (events > 0 && to / events != from / events) {
            note(new Note(model, stream, to, 0));
        }
    }

    @Override
    public void folded(AggregateModel<?> model, StreamId stream, long from, long to) {
        int events = policy.events();
        if (events > 0 && to - from >= events) {
            note(new Note(model, stream, to, 0));
        }
    }

    private void note(Note note) {
        boolean begins;
        synchronized (notes) {
            if (closed || notes.size() >= MOST_NOTED) {
                return;
            }
            notes.put(note.stream(), note);
            begins = !awaited;
            awaited = true;
        }
        if (begins) {
            executor.execute(this::workOff);
        }
    }

    /** Those of events that are not durable yet are noted again. */
    private void workOff() {
        for (Note note : taken()) {
            if (!isDurable(note)) {
                again(note);
            } else if (!closed) {
                taking.take(note.model(), note.stream());
            }
        }
    }

    private List<Note> taken() {
        synchronized (notes) {
            awaited = false;
            List<Note> taken = List.copyOf(notes.values());
            notes.clear();
            return taken;
        }
    }

    private boolean isDurable(Note note) {
        try {
            return store.version(note.stream(), View.DURABLE) >= note.version();
        } catch (StoreFailed e) {
            return false;
        }
    }

    private void again(Note note) {
        if (note.tries() < MOST_TRIES) {
            note(new Note(note.model(), note.stream(), note.version(), note.tries() + 1));
        }
    }

    /** Takes those that are noted and can be taken in a short time. Nobody else works off when this is called, and nothing is noted afterwards. */
    public void close() {
        long deadline = System.nanoTime() + LONGEST_CLOSE.toNanos();
        for (Note note : taken()) {
            if (isDurable(note) && System.nanoTime() < deadline) {
                taking.take(note.model(), note.stream());
            }
        }
        closed = true;
    }
}
