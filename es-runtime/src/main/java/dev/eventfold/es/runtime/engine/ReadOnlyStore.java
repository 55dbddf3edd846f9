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
import dev.eventfold.es.runtime.Snapshots;
import dev.eventfold.es.runtime.StoreFailed;
import dev.eventfold.es.runtime.Subscription;
import dev.eventfold.es.runtime.Versioned;
import dev.eventfold.es.runtime.execution.CommandIds;
import dev.eventfold.es.runtime.execution.CommandRequests;
import dev.eventfold.es.runtime.execution.Histories;
import dev.eventfold.es.runtime.execution.Payloads;
import dev.eventfold.es.runtime.execution.UserCode;
import dev.eventfold.es.runtime.program.Program;
import dev.eventfold.es.runtime.projection.ProjectionHost;
import dev.eventfold.es.runtime.reaction.LoggedProcesses;
import dev.eventfold.es.runtime.reaction.LoggedStatus;
import dev.eventfold.es.runtime.reaction.ReadableDeadLetters;
import dev.eventfold.es.runtime.reaction.Shadows;
import dev.eventfold.es.runtime.snapshot.SnapshotReads;
import dev.eventfold.es.runtime.store.EventStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Shows a log that somebody else may be writing, and takes no commands. */
public final class ReadOnlyStore implements AggregateStore {
    private final EventStore store;
    private final StoreReads reads;
    private final ReadableDeadLetters deadLetters;
    private final Shadows shadows;
    private final LoggedProcesses processes;
    private final LoggedStatus status;
    private final ProjectionHost projections;

    ReadOnlyStore(EventStore store, Program program, Payloads payloads, Snapshots snapshots) {
        this.store = store;
        Histories histories = new Histories(store, payloads, new SnapshotReads(store, payloads, snapshots));
        this.reads = new StoreReads(store, program, payloads, histories);
        this.deadLetters = new ReadableDeadLetters(store, payloads, program, this::refused);
        this.processes = new LoggedProcesses(store, payloads, program);
        CommandRequests requests = new CommandRequests(program, payloads, new CommandIds());
        this.shadows = new Shadows(store, payloads, requests, program);
        this.status = new LoggedStatus(store, program);
        this.projections = new ProjectionHost(store, program, payloads);
    }

    /**
     * For what needs a store that can be written.
     *
     * @param what was asked for
     * @return what to throw
     */
    public StoreFailed refused(String what) {
        return new StoreFailed(
                "the store was opened for reading only: directory=" + store + ", asked=" + what
                        + "; use the one of AggregateStore.open, in the process that has it open",
                null);
    }

    @Override
    public CommandResult execute(CommandEnvelope command) {
        throw refused("execute");
    }

    @Override
    public CompletableFuture<CommandResult> executeAsync(CommandEnvelope command) {
        throw refused("executeAsync");
    }

    @Override
    public boolean append(String instanceId, String eventId, Object event) {
        throw refused("append");
    }

    @Override
    public boolean appendJson(String aggregate, String instanceId, String eventId, String eventName, String json) {
        throw refused("appendJson");
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
        throw refused("subscribe");
    }

    @Override
    public DeadLetters deadLetters(String consumer) {
        return deadLetters.of(consumer);
    }

    @Override
    public ProcessInstances processes(String processManager) {
        return processes.of(processManager);
    }

    @Override
    public List<ConsumerStatus> status() {
        return Consumers.byName(status.all(), projections.status());
    }

    @Override
    public void backup(Path directory) {
        StoreCopy.write(store, directory);
    }

    @Override
    public ShadowReport shadow(String processManager) {
        try (TemporaryLog scratch = new TemporaryLog()) {
            return shadows.of(processManager, 0, scratch);
        }
    }

    @Override
    public RebuildReport rebuild(String consumer) {
        throw refused("rebuild");
    }

    @Override
    public void close() {
        UserCode.refuse("close");
        projections.close();
        store.close();
    }

    @Override
    public String toString() {
        return "AggregateStore for reading only over " + store;
    }
}
