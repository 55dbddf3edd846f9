package dev.eventfold.es.runtime.engine;

import dev.eventfold.es.runtime.AggregateStore;
import dev.eventfold.es.runtime.Codec;
import dev.eventfold.es.runtime.Snapshots;
import dev.eventfold.es.runtime.execution.CommandExecutor;
import dev.eventfold.es.runtime.execution.CommandIds;
import dev.eventfold.es.runtime.execution.CommandRequests;
import dev.eventfold.es.runtime.execution.Decider;
import dev.eventfold.es.runtime.execution.EventAppender;
import dev.eventfold.es.runtime.execution.Histories;
import dev.eventfold.es.runtime.execution.Payloads;
import dev.eventfold.es.runtime.program.GeneratedModules;
import dev.eventfold.es.runtime.program.Program;
import dev.eventfold.es.runtime.projection.ProjectionHost;
import dev.eventfold.es.runtime.reaction.Generations;
import dev.eventfold.es.runtime.reaction.LogHost;
import dev.eventfold.es.runtime.reaction.LoggedProcesses;
import dev.eventfold.es.runtime.reaction.ProcessManagerHost;
import dev.eventfold.es.runtime.reaction.Shadows;
import dev.eventfold.es.runtime.store.EventStore;
import dev.eventfold.es.spi.GeneratedModule;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Puts a store together. */
public final class StoreOpening {
    private StoreOpening() {}

    /**
     * Finds the program first, so that a program without modules leaves no directory behind.
     *
     * @param opening opens the log; what it opens is closed with what this returns, or when this throws
     * @param modules what the program consists of; null to look for it
     * @param settings how it works
     * @return the store
     */
    public static AggregateStore open(
            Supplier<EventStore> opening, @Nullable List<GeneratedModule> modules, StoreSettings settings) {
        Program program = Program.of(modules == null ? GeneratedModules.find() : modules);
        EventStore store = opening.get();
        try {
            return open(store, program, settings);
        } catch (Throwable e) {
            closeAfter(e, store);
            throw e;
        }
    }

    private static AggregateStore open(EventStore store, Program program, StoreSettings settings) {
        Payloads payloads = new Payloads(settings.codec(), program);
        CommandIds ids = settings.ids();
        CommandRequests requests = new CommandRequests(program, payloads, ids);
        SnapshotWork snapshots = SnapshotWork.of(store, payloads, settings);
        Histories histories = new Histories(store, payloads, snapshots.states());
        Decider decider = new Decider(store, payloads, settings.clock(), histories, settings.observer());
        CommandExecutor executor = new CommandExecutor(store, payloads, requests, decider);
        LogHost host = new LogHost(
                store, payloads, requests, decider, settings.retries(), new Generations(), settings.oneAtATime());
        StoreReads reads = new StoreReads(store, program, payloads, histories);
        ProcessManagerHost processManagers = new ProcessManagerHost(program, host, ids);
        ProjectionHost projections = new ProjectionHost(store, program, payloads);
        return new EventfoldStore(
                store,
                executor,
                new EventAppender(store, program, payloads, decider),
                reads,
                processManagers,
                new LoggedProcesses(store, payloads, program),
                new Shadows(store, payloads, requests, program),
                projections,
                new StateRebuilds(program, processManagers, projections),
                snapshots);
    }

    /**
     * On a log that is only read, so that nothing is registered in it.
     *
     * @param opening opens the log; what it opens is closed with what this returns
     * @param modules what the program consists of; null to look for it
     * @param codec reads payloads
     * @param snapshots from how many events on a snapshot is looked for
     * @return the store
     */
    public static AggregateStore openReadOnly(
            Supplier<EventStore> opening, @Nullable List<GeneratedModule> modules, Codec codec, Snapshots snapshots) {
        Program program = Program.of(modules == null ? GeneratedModules.find() : modules);
        Payloads payloads = new Payloads(codec, program);
        return new ReadOnlyStore(opening.get(), program, payloads, snapshots);
    }

    private static void closeAfter(Throwable failure, EventStore store) {
        try {
            store.close();
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }
}
