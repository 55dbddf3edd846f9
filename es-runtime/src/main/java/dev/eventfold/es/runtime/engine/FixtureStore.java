package dev.eventfold.es.runtime.engine;

import dev.eventfold.es.runtime.AggregateStore;
import dev.eventfold.es.runtime.Codec;
import dev.eventfold.es.runtime.execution.CommandIds;
import dev.eventfold.es.runtime.program.GeneratedModules;
import dev.eventfold.es.runtime.store.Commit;
import dev.eventfold.es.runtime.store.CommitOutcome;
import dev.eventfold.es.runtime.store.EventStore;
import dev.eventfold.es.runtime.store.ExpectedVersion;
import dev.eventfold.es.runtime.store.NewEvent;
import dev.eventfold.es.runtime.store.Origin;
import dev.eventfold.es.runtime.store.StreamAppend;
import dev.eventfold.es.runtime.store.StreamId;
import dev.eventfold.es.runtime.store.memory.MemoryEventStore;
import dev.eventfold.es.spi.AggregateDefinition;
import dev.eventfold.es.spi.EventType;
import dev.eventfold.es.spi.GeneratedModule;
import dev.eventfold.es.spi.ProcessManagerDefinition;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * A store in memory that runs a part of a program, on events that nobody decided. For the fixtures of es-test, to which alone this package is
 * exported. It holds no thread and no file, so it need not be closed.
 */
public final class FixtureStore {
    private final EventStore log;
    private final AggregateStore store;
    private final Codec codec;
    private final Clock clock;
    private final CommandIds ids = new CommandIds();

    private FixtureStore(EventStore log, AggregateStore store, Codec codec, Clock clock) {
        this.log = log;
        this.store = store;
        this.codec = codec;
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
        EventStore log = new MemoryEventStore();
        List<GeneratedModule> program = List.of(new Part(aggregates, processManagers));
        return new FixtureStore(log, StoreOpening.open(() -> log, program, codec, clock), codec, clock);
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
                type.name(), type.evolution().version(), clock.instant(), origin, null, codec.write(event));
        append(new StreamAppend(
                new StreamId(type.aggregate(), instanceId), new ExpectedVersion.Any(), false, List.of(happened)));
    }

    private void append(StreamAppend append) {
        CommitOutcome outcome = log.commit(Commit.of(append));
        if (!(outcome instanceof CommitOutcome.Committed)) {
            throw new IllegalStateException("an event could not be written: outcome=" + outcome);
        }
    }
}
