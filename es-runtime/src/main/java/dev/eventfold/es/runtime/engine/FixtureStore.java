package dev.eventfold.es.runtime.engine;

import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.CommandRejected;
import dev.eventfold.es.RecordedEvent;
import dev.eventfold.es.runtime.AggregateStore;
import dev.eventfold.es.runtime.Codec;
import dev.eventfold.es.runtime.execution.CommandIds;
import dev.eventfold.es.runtime.execution.CommandRequests;
import dev.eventfold.es.runtime.execution.Payloads;
import dev.eventfold.es.runtime.program.GeneratedModules;
import dev.eventfold.es.runtime.program.Program;
import dev.eventfold.es.runtime.reaction.GivenRejections;
import dev.eventfold.es.runtime.store.Commit;
import dev.eventfold.es.runtime.store.CommitOutcome;
import dev.eventfold.es.runtime.store.EventStore;
import dev.eventfold.es.runtime.store.ExpectedVersion;
import dev.eventfold.es.runtime.store.NewEvent;
import dev.eventfold.es.runtime.store.Origin;
import dev.eventfold.es.runtime.store.Row;
import dev.eventfold.es.runtime.store.RowKey;
import dev.eventfold.es.runtime.store.StreamAppend;
import dev.eventfold.es.runtime.store.StreamId;
import dev.eventfold.es.runtime.store.VersionedRow;
import dev.eventfold.es.runtime.store.memory.MemoryEventStore;
import dev.eventfold.es.spi.AggregateDefinition;
import dev.eventfold.es.spi.EventType;
import dev.eventfold.es.spi.GeneratedModule;
import dev.eventfold.es.spi.ProcessManagerDefinition;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A store in memory that runs a part of a program, on events that nobody decided. For the fixtures of es-test, to which alone this package is
 * exported. It holds no thread and no file, so it need not be closed.
 */
public final class FixtureStore {
    private final EventStore log = new MemoryEventStore();
    private final CommandIds ids = new CommandIds();
    private final AggregateStore store;
    private final Payloads payloads;
    private final CommandRequests requests;
    private final Clock clock;

    private FixtureStore(GeneratedModule part, Codec codec, Clock clock) {
        Program program = Program.of(List.of(part));
        this.payloads = new Payloads(codec, program);
        this.requests = new CommandRequests(program, payloads, ids);
        this.store = StoreOpening.open(() -> log, List.of(part), StoreSettings.of(codec, clock));
        this.clock = clock;
    }

    /**
     * Opens an empty one.
     *
     * @param aggregates those that handle commands
     * @param processManagers those that react
     * @param codec reads and writes payloads
     * @param clock tells the time of events
     * @return the store
     */
    public static FixtureStore open(
            List<AggregateDefinition<?>> aggregates,
            List<ProcessManagerDefinition<?>> processManagers,
            Codec codec,
            Clock clock) {
        return open(new Part(aggregates, processManagers), codec, clock);
    }

    /**
     * Opens an empty one.
     *
     * @param part a part of a program, of whatever kinds
     * @param codec reads and writes payloads
     * @param clock tells the time of events
     * @return the store
     */
    public static FixtureStore open(GeneratedModule part, Codec codec, Clock clock) {
        return new FixtureStore(part, codec, clock);
    }

    private record Part(List<AggregateDefinition<?>> aggregates, List<ProcessManagerDefinition<?>> processManagers)
            implements GeneratedModule {}

    /**
     * The whole program.
     *
     * @return every module found
     * @throws dev.eventfold.es.EsException when there is none
     */
    public static List<GeneratedModule> modules() {
        return GeneratedModules.find();
    }

    /**
     * The store.
     *
     * @return what users call
     */
    public AggregateStore store() {
        return store;
    }

    /**
     * Writes an event that happened.
     *
     * @param type what it is
     * @param instanceId the instance that it happened to
     * @param event the event
     */
    public void append(EventType<?> type, String instanceId, Object event) {
        String id = ids.next();
        Origin origin = new Origin(id, id, id, null, null, Map.of());
        NewEvent happened = new NewEvent(
                type.name(), type.evolution().version(), clock.instant(), origin, null, payloads.write(event));
        append(new StreamAppend(
                new StreamId(type.aggregate(), instanceId), new ExpectedVersion.Any(), false, List.of(happened)));
    }

    /**
     * Tells a process that one of its commands was rejected.
     *
     * @param definition the process manager
     * @param cause the event that was reacted to, as the reaction got it
     * @param index the place of the command among those of the reaction, from 0
     * @param command the command
     * @param why the reason
     */
    public void reject(
            ProcessManagerDefinition<?> definition,
            RecordedEvent cause,
            int index,
            CommandEnvelope command,
            CommandRejected why) {
        append(new GivenRejections(definition, payloads, requests)
                .rejection(cause, index, command, why, clock.instant()));
    }

    private void append(StreamAppend append) {
        CommitOutcome outcome = log.commit(Commit.of(append));
        if (!(outcome instanceof CommitOutcome.Committed)) {
            throw new IllegalStateException("an event could not be written: outcome=" + outcome);
        }
    }

    /**
     * The state of a process instance.
     *
     * @param <P> the class of the process manager
     * @param definition the process manager
     * @param key the key of the instance
     * @return empty when it does not live
     */
    public <P> Optional<P> state(ProcessManagerDefinition<P> definition, String key) {
        Optional<Row> row = log.row(new RowKey(definition.name(), 1, key))
                .map(VersionedRow::row)
                .filter(found -> found.state() != null);
        return row.map(found -> payloads.state(found, definition))
                .or(() -> definition.keyed() ? Optional.empty() : Optional.of(definition.initial()));
    }
}
