package dev.eventfold.es.runtime.engine;

import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.RecordedEvent;
import dev.eventfold.es.runtime.AggregateStore;
import dev.eventfold.es.runtime.CommandResult;
import dev.eventfold.es.runtime.ConsumerStatus;
import dev.eventfold.es.runtime.DeadLetters;
import dev.eventfold.es.runtime.ProcessInstances;
import dev.eventfold.es.runtime.RebuildReport;
import dev.eventfold.es.runtime.ShadowReport;
import dev.eventfold.es.runtime.StoreFailed;
import dev.eventfold.es.runtime.Subscription;
import dev.eventfold.es.runtime.Versioned;
import dev.eventfold.es.runtime.execution.CommandExecutor;
import dev.eventfold.es.runtime.execution.EventAppender;
import dev.eventfold.es.runtime.execution.StoreHealth;
import dev.eventfold.es.runtime.execution.UserCode;
import dev.eventfold.es.runtime.projection.ProjectionHost;
import dev.eventfold.es.runtime.reaction.LoggedProcesses;
import dev.eventfold.es.runtime.reaction.ProcessManagerHost;
import dev.eventfold.es.runtime.reaction.Shadows;
import dev.eventfold.es.runtime.store.EventStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** The parts behind the front door: decisions, histories, process managers, over one event store. */
public final class EventfoldStore implements AggregateStore {
    private final EventStore store;
    private final CommandExecutor executor;
    private final EventAppender appender;
    private final StoreReads reads;
    private final ProcessManagerHost processManagers;
    private final LoggedProcesses processes;
    private final Shadows shadows;
    private final ProjectionHost projections;
    private final StateRebuilds rebuilds;
    private final SnapshotWork snapshots;

    EventfoldStore(
            EventStore store,
            CommandExecutor executor,
            EventAppender appender,
            StoreReads reads,
            ProcessManagerHost processManagers,
            LoggedProcesses processes,
            Shadows shadows,
            ProjectionHost projections,
            StateRebuilds rebuilds,
            SnapshotWork snapshots) {
        this.store = store;
        this.executor = executor;
        this.appender = appender;
        this.reads = reads;
        this.processManagers = processManagers;
        this.processes = processes;
        this.shadows = shadows;
        this.projections = projections;
        this.rebuilds = rebuilds;
        this.snapshots = snapshots;
        processManagers.alongside(projections::follow, projections::unfollow);
    }

    /**
     * For generated code.
     *
     * @return what runs the process managers
     */
    public ProcessManagerHost processManagers() {
        return processManagers;
    }

    @Override
    public CommandResult execute(CommandEnvelope command) {
        return executor.execute(Objects.requireNonNull(command, "command"));
    }

    @Override
    public CompletableFuture<CommandResult> executeAsync(CommandEnvelope command) {
        return executor.executeAsync(Objects.requireNonNull(command, "command"));
    }

    @Override
    public boolean append(String instanceId, String eventId, Object event) {
        return appender.append(instanceId, eventId, event);
    }

    @Override
    public boolean appendJson(String aggregate, String instanceId, String eventId, String eventName, String json) {
        return appender.appendJson(aggregate, instanceId, eventId, eventName, json);
    }

    @Override
    public <A> A state(Class<A> aggregate, String instanceId) {
        return load(aggregate, instanceId).state();
    }

    @Override
    public <A> Versioned<A> load(Class<A> aggregate, String instanceId) {
        return reads.load(aggregate, instanceId);
    }

    @Override
    public Stream<String> streams(String aggregate) {
        return reads.streams(aggregate);
    }

    @Override
    public Stream<RecordedEvent> events(String aggregate, String instanceId) {
        return reads.events(aggregate, instanceId);
    }

    @Override
    public Stream<RecordedEvent> events(int partition, long afterPosition) {
        return reads.events(partition, afterPosition);
    }

    @Override
    public <P> P projection(Class<P> projection) {
        return projections.state(projection);
    }

    @Override
    public <P> Optional<P> projection(Class<P> projection, String key) {
        return projections.state(projection, key);
    }

    @Override
    public Subscription subscribe(Object subscriber) {
        return processManagers.subscribe(Objects.requireNonNull(subscriber, "subscriber"));
    }

    @Override
    public DeadLetters deadLetters(String consumer) {
        return processManagers.deadLetters(Objects.requireNonNull(consumer, "consumer"));
    }

    @Override
    public ProcessInstances processes(String processManager) {
        return processes.of(Objects.requireNonNull(processManager, "processManager"));
    }

    @Override
    public List<ConsumerStatus> status() {
        return Consumers.byName(processManagers.status(), projections.status());
    }

    @Override
    public void backup(Path directory) {
        StoreCopy.write(store, directory);
    }

    @Override
    public ShadowReport shadow(String processManager) {
        Objects.requireNonNull(processManager, "processManager");
        store.awaitDurable(store.lastCommit());
        try (TemporaryLog scratch = new TemporaryLog()) {
            return shadows.of(processManager, processManagers.position(processManager), scratch);
        }
    }

    @Override
    public RebuildReport rebuild(String consumer) {
        return rebuilds.of(Objects.requireNonNull(consumer, "consumer"));
    }

    @Override
    public void close() {
        UserCode.refuse("close");
        StoreFailed failure = StoreHealth.failure(store);
        try {
            processManagers.close();
        } catch (StoreFailed e) {
            failure = failure == null ? e : failure;
        } finally {
            letGo();
        }
        if (failure != null) {
            throw failure;
        }
    }

    /** Whatever went wrong before: a directory that stays locked helps nobody. */
    private void letGo() {
        try {
            projections.close();
            snapshots.close();
        } finally {
            try {
                store.close();
            } finally {
                executor.close();
            }
        }
    }

    @Override
    public String toString() {
        return "AggregateStore over " + store;
    }
}
