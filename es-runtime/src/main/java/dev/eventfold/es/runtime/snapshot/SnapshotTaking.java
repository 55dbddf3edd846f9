package dev.eventfold.es.runtime.snapshot;

import dev.eventfold.es.EsException;
import dev.eventfold.es.runtime.Snapshots;
import dev.eventfold.es.runtime.StoreClosed;
import dev.eventfold.es.runtime.StoreFailed;
import dev.eventfold.es.runtime.execution.DecidedState;
import dev.eventfold.es.runtime.execution.Histories;
import dev.eventfold.es.runtime.execution.Payloads;
import dev.eventfold.es.runtime.observe.LogMessage;
import dev.eventfold.es.runtime.observe.Observer;
import dev.eventfold.es.runtime.observe.Ongoing;
import dev.eventfold.es.runtime.observe.SnapshotEvent;
import dev.eventfold.es.runtime.program.AggregateModel;
import dev.eventfold.es.runtime.store.EventStore;
import dev.eventfold.es.runtime.store.Json;
import dev.eventfold.es.runtime.store.Snapshot;
import dev.eventfold.es.runtime.store.StreamId;
import dev.eventfold.es.runtime.store.View;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Takes snapshots: folds what is durable of an instance, and keeps the state when what is read back of it is the same. Fails nobody: what cannot be
 * kept is said, once for each aggregate. For one thread at a time.
 */
final class SnapshotTaking {
    /** A state is not to take more room than the events that it stands for: about so many bytes does each have in the log. */
    private static final int BYTES_OF_EVENT = 256;

    private final EventStore store;
    private final Payloads payloads;
    private final Snapshots policy;
    private final Observer observer;
    private final SnapshotReads reads;
    private final Histories histories;
    private final Set<AggregateModel<?>> unfit = ConcurrentHashMap.newKeySet();

    SnapshotTaking(EventStore store, Payloads payloads, Snapshots policy, Observer observer, SnapshotReads reads) {
        this.store = store;
        this.payloads = payloads;
        this.policy = policy;
        this.observer = observer;
        this.reads = reads;
        this.histories = new Histories(store, payloads, reads);
    }

    /** Takes one, if enough has come since the last one: at least half of what the policy says, as that one may have come late. */
    void take(AggregateModel<?> model, StreamId stream) {
        if (unfit.contains(model)) {
            return;
        }
        try {
            if (isDue(model, stream)) {
                fold(model, stream);
            }
        } catch (StoreClosed e) {
            // The next time that it is open.
        } catch (StoreFailed e) {
            LogMessage.SNAPSHOT_NOT_WRITTEN.log(
                    "a snapshot was not written, more events are folded instead: stream=" + stream + ", cause="
                            + e.getMessage(),
                    e);
        } catch (RuntimeException | StackOverflowError e) {
            refuse(model, String.valueOf(e.getMessage()), e);
        }
    }

    private boolean isDue(AggregateModel<?> model, StreamId stream) {
        Optional<Snapshot> last = reads.usable(model, stream);
        long since = store.version(stream, View.DURABLE)
                - last.map(Snapshot::version).orElse(0L);
        int bytes = last.map(snapshot -> snapshot.state().utf8().length).orElse(0);
        return since >= Math.max((policy.events() + 1) / 2, bytes / BYTES_OF_EVENT);
    }

    private <A> void fold(AggregateModel<A> model, StreamId stream) {
        Class<A> type = model.definition().type();
        String code = reads.code(model);
        if (code.isEmpty() || hasFinalField(type)) {
            refuse(model, code.isEmpty() ? "its class files cannot be found" : "a final field is not read back", null);
            return;
        }
        Ongoing<SnapshotEvent> taking = observer.begin(SnapshotEvent::new);
        Optional<DecidedState<A>> folded = folded(model, stream);
        if (folded.isPresent()) {
            keep(taking, model, stream, folded.get(), code);
        }
    }

    private <A> void keep(
            Ongoing<SnapshotEvent> taking,
            AggregateModel<A> model,
            StreamId stream,
            DecidedState<A> folded,
            String code) {
        Json json = payloads.write(folded.state());
        A copy = payloads.projected(json, model.definition().type());
        Optional<String> difference = StateComparison.difference(folded.state(), copy);
        if (difference.isPresent()) {
            refuse(model, difference.get(), null);
            return;
        }
        String witness = Witness.of(
                store.readStream(stream, folded.version(), 1, View.DURABLE).get(0));
        store.keep(new Snapshot(stream, folded.version(), witness, code, json));
        observer.kept(taking, stream.aggregate(), folded.version(), json.utf8().length);
    }

    /** What fails here fails whoever loads the instance, and says so there. */
    private <A> Optional<DecidedState<A>> folded(AggregateModel<A> model, StreamId stream) {
        try {
            return Optional.of(histories.fold(model, stream, View.DURABLE));
        } catch (StoreFailed e) {
            throw e;
        } catch (EsException e) {
            return Optional.empty();
        }
    }

    /** One in a record is read through its constructor. */
    private static boolean hasFinalField(Class<?> type) {
        return !type.isRecord()
                && Arrays.stream(type.getDeclaredFields())
                        .mapToInt(Field::getModifiers)
                        .anyMatch(modifiers -> Modifier.isFinal(modifiers) && !Modifier.isStatic(modifiers));
    }

    private void refuse(AggregateModel<?> model, String why, @Nullable Throwable thrown) {
        if (unfit.add(model)) {
            LogMessage.NO_SNAPSHOTS.log(
                    "no snapshots are taken of an aggregate, its events are folded: aggregate=" + model.name()
                            + ", class=" + model.definition().type().getName() + ", because " + why,
                    thrown);
        }
    }
}
