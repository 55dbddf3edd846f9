package dev.eventfold.es.runtime;

import static java.util.stream.Collectors.toSet;

import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.RecordedEvent;
import dev.eventfold.es.runtime.domain.Commands;
import dev.eventfold.es.runtime.domain.Machine;
import dev.eventfold.es.runtime.domain.SourceCommand;
import dev.eventfold.es.runtime.domain.Work;
import dev.eventfold.es.runtime.json.Jackson;
import dev.eventfold.es.runtime.spi.ProcessManagerRunner;
import dev.eventfold.es.runtime.store.EventStore;
import dev.eventfold.es.runtime.store.Row;
import dev.eventfold.es.runtime.store.RowKey;
import dev.eventfold.es.runtime.store.StoredEvent;
import dev.eventfold.es.runtime.store.StreamId;
import dev.eventfold.es.runtime.store.VersionedRow;
import dev.eventfold.es.runtime.store.View;
import dev.eventfold.es.spi.AggregateDefinition;
import dev.eventfold.es.spi.GeneratedModule;
import dev.eventfold.es.spi.ProcessManagerDefinition;
import dev.eventfold.es.spi.ProjectionDefinition;
import dev.eventfold.es.spi.SubscriberDefinition;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A store with the test domain and some of its process managers, and short words for what tests do with it. */
public final class Scene implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-23T22:05:01.123Z");
    static final String SOURCE = "src";

    private static final Codec CODEC = Jackson.codec();
    private static final GeneratedModule ALL =
            ServiceLoader.load(GeneratedModule.class).findFirst().orElseThrow();

    private final Supplier<EventStore> opening;
    private UnaryOperator<EventStore> around = log -> log;
    private InstantSource time = InstantSource.fixed(NOW);
    private UnaryOperator<ProcessManagerDefinition<?>> change = definition -> definition;
    private Retries retries = Retries.STANDARD;
    private Snapshots snapshots = Snapshots.none();
    private @Nullable Executor takingSnapshots = Runnable::run;
    private EventStore log;
    private AggregateStore store;

    private Scene(Supplier<EventStore> opening) {
        this.opening = opening;
    }

    static Scene open(Storage storage, Path directory, Class<?>... processManagers) {
        return new Scene(storage.log(directory)).open(processManagers);
    }

    /** With a clock of the caller's. */
    static Scene ticking(Storage storage, Path directory, InstantSource time, Class<?>... processManagers) {
        Scene scene = new Scene(storage.log(directory));
        scene.time = time;
        return scene.open(processManagers);
    }

    /** With a clock that goes on, and retries of the caller's. */
    static Scene retrying(Storage storage, Path directory, Retries retries, Class<?>... consumers) {
        Scene scene = new Scene(storage.log(directory));
        scene.time = InstantSource.system();
        scene.retries = retries;
        return scene.open(consumers);
    }

    /** With a log around the log, for tests that change what it does. */
    static Scene around(UnaryOperator<EventStore> around, Class<?>... processManagers) {
        Scene scene = new Scene(Storage.MEMORY.log(Path.of("none")));
        scene.around = around;
        return scene.open(processManagers);
    }

    /** On a log of the caller's. */
    public static Scene on(Supplier<EventStore> opening, Class<?>... processManagers) {
        return new Scene(opening).open(processManagers);
    }

    /** On a log and with a clock of the caller's. */
    public static Scene on(Supplier<EventStore> opening, InstantSource time, Class<?>... processManagers) {
        Scene scene = new Scene(opening);
        scene.time = time;
        return scene.open(processManagers);
    }

    /** With snapshots that are taken often, in the thread of the store. */
    public static Scene living(Storage storage, Path directory, Class<?>... consumers) {
        Scene scene = new Scene(storage.log(directory));
        scene.snapshots = Snapshots.every(8);
        scene.takingSnapshots = null;
        return scene.open(consumers);
    }

    /** On a log of the caller's, with snapshots that are taken when the executor runs. */
    public static Scene keeping(
            Snapshots snapshots, Executor taking, Supplier<EventStore> opening, Class<?>... processManagers) {
        Scene scene = new Scene(opening);
        scene.snapshots = snapshots;
        scene.takingSnapshots = taking;
        return scene.open(processManagers);
    }

    /** The same with a clock of the caller's. */
    public static Scene keeping(
            Snapshots snapshots,
            Executor taking,
            Supplier<EventStore> opening,
            InstantSource time,
            Class<?>... processManagers) {
        Scene scene = new Scene(opening);
        scene.snapshots = snapshots;
        scene.takingSnapshots = taking;
        scene.time = time;
        return scene.open(processManagers);
    }

    /** The same store, with aggregates as another program has them. */
    Scene reopenAggregates(UnaryOperator<AggregateDefinition<?>> change, Class<?>... processManagers) {
        store.close();
        GeneratedModule now = module(processManagers);
        List<AggregateDefinition<?>> changed =
                now.aggregates().stream().<AggregateDefinition<?>>map(change).toList();
        return open(module(changed, now.processManagers(), now.projections(), now.subscribers()));
    }

    /** Closes and opens the same log, with these process managers. */
    Scene reopen(Class<?>... processManagers) {
        store.close();
        return open(processManagers);
    }

    /** The same, with their definitions changed, as another program has them. */
    Scene reopenChanged(UnaryOperator<ProcessManagerDefinition<?>> change, Class<?>... processManagers) {
        this.change = change;
        return reopen(processManagers);
    }

    /** The same, with its projections in another version. */
    Scene reopenProjections(int version, Class<?>... consumers) {
        store.close();
        GeneratedModule now = module(change, consumers);
        return open(module(
                now.aggregates(), now.processManagers(), projections(version, Set.of(consumers)), now.subscribers()));
    }

    private Scene open(Class<?>... processManagers) {
        return open(module(change, processManagers));
    }

    private Scene open(GeneratedModule module) {
        AggregateStore.Builder builder = AggregateStore.builder()
                .clock(time.withZone(ZoneOffset.UTC))
                .codec(CODEC)
                .retries(retries)
                .snapshots(snapshots)
                .modules(module);
        if (takingSnapshots != null) {
            builder.takingSnapshots(takingSnapshots);
        }
        store = builder.open(() -> log = around.apply(opening.get()));
        return this;
    }

    static GeneratedModule module(Class<?>... processManagers) {
        return module(definition -> definition, processManagers);
    }

    static GeneratedModule module(UnaryOperator<ProcessManagerDefinition<?>> change, Class<?>... processManagers) {
        Set<Class<?>> wanted = Set.of(processManagers);
        List<ProcessManagerDefinition<?>> some = ALL.processManagers().stream()
                .filter(definition -> wanted.contains(definition.type()))
                .<ProcessManagerDefinition<?>>map(change)
                .toList();
        Set<Package> packages = Stream.concat(Stream.of(Machine.class), wanted.stream())
                .map(Class::getPackage)
                .collect(toSet());
        List<AggregateDefinition<?>> ours = ALL.aggregates().stream()
                .filter(definition -> packages.contains(definition.type().getPackage()))
                .toList();
        return module(ours, some, projections(1, wanted), subscribers(wanted));
    }

    private static List<SubscriberDefinition<?>> subscribers(Set<Class<?>> wanted) {
        return ALL.subscribers().stream()
                .filter(definition -> wanted.contains(definition.type()))
                .toList();
    }

    private static List<ProjectionDefinition<?>> projections(int version, Set<Class<?>> wanted) {
        return ALL.projections().stream()
                .filter(definition -> wanted.contains(definition.type()))
                .<ProjectionDefinition<?>>map(definition -> OtherVersion.of(definition, version))
                .toList();
    }

    private static GeneratedModule module(
            List<AggregateDefinition<?>> aggregates,
            List<ProcessManagerDefinition<?>> processManagers,
            List<ProjectionDefinition<?>> projections,
            List<SubscriberDefinition<?>> subscribers) {
        return new GeneratedModule() {
            @Override
            public List<AggregateDefinition<?>> aggregates() {
                return aggregates;
            }

            @Override
            public List<ProcessManagerDefinition<?>> processManagers() {
                return processManagers;
            }

            @Override
            public List<ProjectionDefinition<?>> projections() {
                return projections;
            }

            @Override
            public List<SubscriberDefinition<?>> subscribers() {
                return subscribers;
            }
        };
    }

    Supplier<EventStore> opening() {
        return opening;
    }

    public AggregateStore store() {
        return store;
    }

    public EventStore log() {
        return log;
    }

    public CommandResult execute(CommandEnvelope command) {
        return store.execute(command);
    }

    Scene begin(String key, String... tasks) {
        execute(Commands.to(SOURCE, new SourceCommand.Begin(key, List.of(tasks))));
        return this;
    }

    Scene go(String key, String... tasks) {
        execute(Commands.to(SOURCE, new SourceCommand.Go(key, List.of(tasks))));
        return this;
    }

    Scene finish(String key, String... tasks) {
        execute(Commands.to(SOURCE, new SourceCommand.Finish(key, List.of(tasks))));
        return this;
    }

    Scene tell(List<String> keys, String... tasks) {
        execute(Commands.to(SOURCE, new SourceCommand.Tell(keys, List.of(tasks))));
        return this;
    }

    /** An event of a source of its own. */
    CommandResult happen(String source, String... tasks) {
        return execute(Commands.to(source, new SourceCommand.Go(source, List.of(tasks))));
    }

    CommandResult work(String machine, String task) {
        return execute(Commands.to(machine, new Work(task)));
    }

    public ProcessManagerReport run() {
        return ProcessManagerRunner.runAll(store);
    }

    /** What a machine did. */
    public List<String> done(String machine) {
        return store.state(Machine.class, machine).done();
    }

    public List<DeadLetter> letters(String processManager) {
        return store.deadLetters(processManager).list();
    }

    public Optional<Row> row(String processManager, String key) {
        return log.row(new RowKey(processManager, generation(processManager), key))
                .map(VersionedRow::row);
    }

    /** The rows in use, as they would be in the first generation, in the order of their keys. */
    List<Row> rows(String processManager) {
        try (Stream<RowKey> keys = log.rows(processManager, generation(processManager))) {
            return keys.map(key -> row(processManager, key.key()).orElseThrow())
                    .map(row -> new Row(
                            new RowKey(processManager, 1, row.key().key()),
                            row.schema(),
                            row.blocked(),
                            row.nextDue(),
                            row.waits(),
                            row.life(),
                            row.state()))
                    .sorted(Comparator.comparing(row -> row.key().key()))
                    .toList();
        }
    }

    /** Which of its rows are in use. */
    public int generation(String processManager) {
        return systemEvents("$process-managers", processManager).stream()
                .filter(event -> event.event().name().equals("Rebuilt"))
                .mapToInt(event -> Integer.parseInt(event.event().data().text().replaceAll("\\D", "")))
                .max()
                .orElse(1);
    }

    /** The stored fields of an instance. */
    public String state(String processManager, String key) {
        return row(processManager, key).map(Row::state).orElseThrow().text();
    }

    /** Name and stream of every event, system events too. */
    List<String> everything() {
        List<String> everything = new ArrayList<>();
        log.read(0, 0, Integer.MAX_VALUE, Long.MAX_VALUE, View.DECIDED)
                .forEach(event -> everything.add(event.event().name() + " " + event.stream()));
        return everything;
    }

    /** A stream of the system, which the store shows to nobody. */
    public List<StoredEvent> systemEvents(String aggregate, String instanceId) {
        return log.readStream(new StreamId(aggregate, instanceId), 1, Integer.MAX_VALUE, View.DECIDED);
    }

    public List<RecordedEvent> events(String aggregate, String instanceId) {
        return store.events(aggregate, instanceId).toList();
    }

    @Override
    public void close() {
        store.close();
    }
}
