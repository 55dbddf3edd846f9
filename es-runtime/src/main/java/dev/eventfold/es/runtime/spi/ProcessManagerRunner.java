package dev.eventfold.es.runtime.spi;

import dev.eventfold.es.EsException;
import dev.eventfold.es.UnreadablePayload;
import dev.eventfold.es.runtime.AggregateStore;
import dev.eventfold.es.runtime.ProcessManagerReport;
import dev.eventfold.es.runtime.RunningProcessManagers;
import dev.eventfold.es.runtime.StoreFailed;
import dev.eventfold.es.runtime.engine.EventfoldStore;
import dev.eventfold.es.runtime.engine.ReadOnlyStore;
import dev.eventfold.es.runtime.reaction.ProcessManagerHost;

/** Runs process managers. What generated {@code ProcessManagers} classes call. */
public final class ProcessManagerRunner {
    private ProcessManagerRunner() {}

    /**
     * Runs every process manager of every module found, until each has passed the events that are in the log at the call and those that their
     * own commands produce. What was done is durable when this returns.
     *
     * @param store the store
     * @return what was done
     * @throws StoreFailed when the disk failed; what was in hand is not moved
     * @throws UnreadablePayload when stored state cannot be read; that process manager stays where it is, the others ran
     * @throws IllegalStateException when called from inside a handler, reaction or applier
     */
    public static ProcessManagerReport runAll(AggregateStore store) {
        return of(store, "runAll").runAll();
    }

    /**
     * Runs some of them, as {@link #runAll} does.
     *
     * @param store the store
     * @param names their stored names
     * @return what was done
     * @throws EsException when there is none of a name; the message names the known ones
     */
    public static ProcessManagerReport run(AggregateStore store, String... names) {
        return of(store, "run").run(names);
    }

    /**
     * Runs all of them whenever something is committed, in a thread of their own, until what this returns or the store is closed.
     *
     * @param store the store
     * @return stops them
     */
    public static RunningProcessManagers start(AggregateStore store) {
        return of(store, "start").startAll();
    }

    /**
     * Runs some of them, as {@link #start(AggregateStore)} does.
     *
     * @param store the store
     * @param names their stored names
     * @return stops them
     * @throws EsException when there is none of a name; the message names the known ones
     */
    public static RunningProcessManagers start(AggregateStore store, String... names) {
        return of(store, "start").start(names);
    }

    private static ProcessManagerHost of(AggregateStore store, String asked) {
        if (store instanceof EventfoldStore ours) {
            return ours.processManagers();
        }
        if (store instanceof ReadOnlyStore readOnly) {
            throw readOnly.refused(asked);
        }
        throw new IllegalArgumentException(
                "not a store of this library: class=" + store.getClass().getName());
    }
}
