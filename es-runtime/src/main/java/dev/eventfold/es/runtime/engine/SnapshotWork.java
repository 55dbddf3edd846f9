package dev.eventfold.es.runtime.engine;

import dev.eventfold.es.runtime.execution.KeptStates;
import dev.eventfold.es.runtime.execution.Payloads;
import dev.eventfold.es.runtime.snapshot.SnapshotKeeper;
import dev.eventfold.es.runtime.store.EventStore;
import java.util.concurrent.Executor;

/** The snapshots of an open store, and who takes them. Without a policy there are none. */
final class SnapshotWork {
    private final KeptStates states;
    private final Runnable closing;

    private SnapshotWork(KeptStates states, Runnable closing) {
        this.states = states;
        this.closing = closing;
    }

    static SnapshotWork of(EventStore store, Payloads payloads, StoreSettings settings) {
        if (settings.snapshots().events() == 0) {
            return new SnapshotWork(KeptStates.NONE, () -> {});
        }
        Executor given = settings.takingSnapshots();
        if (given != null) {
            return by(given, store, payloads, settings, () -> true);
        }
        SnapshotThread thread = new SnapshotThread();
        return by(thread, store, payloads, settings, thread::close);
    }

    /** What lets an executor come to an end. */
    private interface End {
        boolean reached();
    }

    private static SnapshotWork by(
            Executor executor, EventStore store, Payloads payloads, StoreSettings settings, End end) {
        SnapshotKeeper keeper =
                new SnapshotKeeper(store, payloads, settings.snapshots(), settings.observer(), executor);
        return new SnapshotWork(keeper, () -> {
            if (end.reached()) {
                keeper.close();
            }
        });
    }

    /** Where folding begins. */
    KeptStates states() {
        return states;
    }

    /** Takes those that can be taken in a short time, and no others from now on. */
    void close() {
        closing.run();
    }
}
