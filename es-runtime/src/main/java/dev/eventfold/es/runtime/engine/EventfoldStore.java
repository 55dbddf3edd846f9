package dev.eventfold.es.runtime.engine;

import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.RecordedEvent;
import dev.eventfold.es.runtime.AggregateStore;
import dev.eventfold.es.runtime.CommandResult;
import dev.eventfold.es.runtime.DeadLetters;
import dev.eventfold.es.runtime.StoreFailed;
import dev.eventfold.es.runtime.Versioned;
import dev.eventfold.es.runtime.execution.CommandExecutor;
import dev.eventfold.es.runtime.execution.DecidedState;
import dev.eventfold.es.runtime.execution.Decider;
import dev.eventfold.es.runtime.execution.Histories;
import dev.eventfold.es.runtime.execution.Payloads;
import dev.eventfold.es.runtime.execution.UserCode;
import dev.eventfold.es.runtime.program.Program;
import dev.eventfold.es.runtime.reaction.ProcessManagerHost;
import dev.eventfold.es.runtime.store.EventStore;
import dev.eventfold.es.runtime.store.StreamId;
import dev.eventfold.es.runtime.store.View;
import dev.eventfold.es.spi.Ids;
import java.util.stream.Stream;

/** The parts behind the front door: decisions, histories, process managers, over one event store. */
public final class EventfoldStore implements AggregateStore {
    private final EventStore store;
    private final Program program;
    private final CommandExecutor executor;
    private final Histories histories;
    private final LoggedEvents events;
    private final ProcessManagerHost processManagers;

    EventfoldStore(
            EventStore store,
            Payloads payloads,
            Program program,
            CommandExecutor executor,
            Histories histories,
            ProcessManagerHost processManagers) {
        this.store = store;
        this.program = program;
        this.executor = executor;
        this.histories = histories;
        this.events = new LoggedEvents(store, payloads);
        this.processManagers = processManagers;
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
        return executor.execute(command);
    }

    @Override
    public <A> A state(Class<A> aggregate, String instanceId) {
        return load(aggregate, instanceId).state();
    }

    @Override
    public <A> Versioned<A> load(Class<A> aggregate, String instanceId) {
        var model = program.aggregate(aggregate);
        StreamId stream = new StreamId(model.name(), Ids.require("instance id", instanceId));
        DecidedState<A> folded = histories.fold(model, stream, View.DURABLE);
        return new Versioned<>(folded.state(), folded.version());
    }

    @Override
    public Stream<String> streams(String aggregate) {
        return aggregate.startsWith("$")
                ? Stream.empty()
                : store.streams(aggregate).map(StreamId::instanceId);
    }

    @Override
    public Stream<RecordedEvent> events(String aggregate, String instanceId) {
        return events.of(new StreamId(aggregate, Ids.require("instance id", instanceId)));
    }

    @Override
    public Stream<RecordedEvent> events(int partition, long afterPosition) {
        return events.after(partition, afterPosition);
    }

    @Override
    public DeadLetters deadLetters(String consumer) {
        return processManagers.deadLetters(consumer);
    }

    @Override
    public void close() {
        UserCode.refuse("close");
        StoreFailed failure = null;
        try {
            processManagers.close();
        } catch (StoreFailed e) {
            failure = e;
        }
        store.close();
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public String toString() {
        return "AggregateStore over " + store + ", head=" + store.head(Decider.PARTITION, View.DURABLE);
    }
}
