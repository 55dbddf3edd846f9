package dev.eventfold.es.runtime.snapshot;

import dev.eventfold.es.UnreadablePayload;
import dev.eventfold.es.runtime.Snapshots;
import dev.eventfold.es.runtime.StoreClosed;
import dev.eventfold.es.runtime.StoreFailed;
import dev.eventfold.es.runtime.execution.DecidedState;
import dev.eventfold.es.runtime.execution.KeptStates;
import dev.eventfold.es.runtime.execution.Payloads;
import dev.eventfold.es.runtime.observe.LogMessage;
import dev.eventfold.es.runtime.program.AggregateModel;
import dev.eventfold.es.runtime.store.EventStore;
import dev.eventfold.es.runtime.store.Snapshot;
import dev.eventfold.es.runtime.store.StoredEvent;
import dev.eventfold.es.runtime.store.StreamId;
import dev.eventfold.es.runtime.store.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Begins with the snapshot of an instance, if it is of the code that runs and of the events that are there, and can be read. Keeps none. Safe for
 * use by any number of threads.
 */
public final class SnapshotReads implements KeptStates {
    private final EventStore store;
    private final Payloads payloads;
    private final Snapshots policy;
    private final Map<AggregateModel<?>, String> codes = new ConcurrentHashMap<>();

    /**
     * Of one store.
     *
     * @param store has the snapshots
     * @param payloads reads states
     * @param policy says from how many events on there is something to look for
     */
    public SnapshotReads(EventStore store, Payloads payloads, Snapshots policy) {
        this.store = store;
        this.payloads = payloads;
        this.policy = policy;
    }

    @Override
    public <A> Optional<DecidedState<A>> find(AggregateModel<A> model, StreamId stream, View view) {
        long version = store.version(stream, view);
        if (policy.events() == 0 || version < policy.events()) {
            return Optional.empty();
        }
        try {
            return usable(model, stream)
                    .filter(snapshot -> snapshot.version() <= version && isOfTheLog(snapshot, view))
                    .map(snapshot -> state(model, snapshot));
        } catch (StoreClosed e) {
            throw e;
        } catch (StoreFailed | UnreadablePayload e) {
            LogMessage.SNAPSHOT_NOT_USED.log(
                    "a snapshot cannot be read, the events are folded: stream=" + stream + ", cause=" + e.getMessage(),
                    e);
            return Optional.empty();
        }
    }

    @Override
    public void decided(AggregateModel<?> model, StreamId stream, long from, long to) {
        // Whoever only reads keeps nothing.
    }

    @Override
    public void folded(AggregateModel<?> model, StreamId stream, long from, long to) {
        // Whoever only reads keeps nothing.
    }

    /** The snapshot of an instance, if the code that runs has made it. */
    Optional<Snapshot> usable(AggregateModel<?> model, StreamId stream) {
        return store.snapshot(stream)
                .filter(snapshot -> snapshot.stream().equals(stream))
                .filter(snapshot ->
                        !snapshot.code().isEmpty() && snapshot.code().equals(code(model)));
    }

    private boolean isOfTheLog(Snapshot snapshot, View view) {
        List<StoredEvent> last = store.readStream(snapshot.stream(), snapshot.version(), 1, view);
        if (!last.isEmpty() && Witness.of(last.get(0)).equals(snapshot.witness())) {
            return true;
        }
        LogMessage.SNAPSHOT_NOT_USED.log("a snapshot is not of the events that are there, which are folded: stream="
                + snapshot.stream() + ", version=" + snapshot.version());
        return false;
    }

    private <A> DecidedState<A> state(AggregateModel<A> model, Snapshot snapshot) {
        A state = payloads.projected(snapshot.state(), model.definition().type());
        return new DecidedState<>(state, snapshot.version());
    }

    /** What tells the code of an aggregate from any other; empty when that cannot be told. */
    String code(AggregateModel<?> model) {
        return codes.computeIfAbsent(model, this::sum);
    }

    private String sum(AggregateModel<?> model) {
        List<Class<?>> roots = new ArrayList<>();
        roots.add(model.definition().type());
        roots.add(model.definition().getClass());
        payloads.customisedBy().ifPresent(roots::add);
        return CodeSum.of(roots);
    }
}
