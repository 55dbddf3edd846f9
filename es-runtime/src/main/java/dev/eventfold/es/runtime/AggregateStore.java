package dev.eventfold.es.runtime;

import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.CommandRejected;
import dev.eventfold.es.EsException;
import dev.eventfold.es.HandlerFailed;
import dev.eventfold.es.RecordedEvent;
import dev.eventfold.es.RetryLater;
import dev.eventfold.es.UnknownCommand;
import dev.eventfold.es.UnreadablePayload;
import dev.eventfold.es.VersionConflict;
import dev.eventfold.es.runtime.engine.StoreOpening;
import dev.eventfold.es.runtime.engine.StoreSettings;
import dev.eventfold.es.runtime.execution.CarefulListener;
import dev.eventfold.es.runtime.json.Jackson;
import dev.eventfold.es.runtime.observe.Observer;
import dev.eventfold.es.runtime.store.EventStore;
import dev.eventfold.es.runtime.store.file.FileEventStore;
import dev.eventfold.es.runtime.store.file.FileStoreOptions;
import dev.eventfold.es.runtime.store.file.ReadOnlyEventStore;
import dev.eventfold.es.runtime.store.file.Repair;
import dev.eventfold.es.runtime.store.file.Verification;
import dev.eventfold.es.runtime.store.memory.MemoryEventStore;
import dev.eventfold.es.spi.GeneratedModule;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Executes commands and keeps what they decide: the run time's front door.
 *
 * <pre>{@code
 * try (AggregateStore store = AggregateStore.open(Path.of("data"))) {
 *     store.execute(Commands.to("sku-1", new InventoryCommand.Stock(10)));
 *     ProcessManagers.runAll(store);
 *     System.out.println(store.state(Inventory.class, "sku-1"));
 * }
 * }</pre>
 *
 * <p>Aggregates and process managers are those of every module that was compiled with the annotation processor and is on the class path or
 * module path. Safe for use by any number of threads, virtual ones too. What it shows to anybody is durable. Not for users to implement.
 */
public interface AggregateStore extends AutoCloseable {
    /**
     * Opens a directory for writing, and makes it when it is not there. One process at a time.
     *
     * @param directory where the log is kept
     * @return the store, to be closed
     * @throws StoreFailed when it is locked, damaged, not ours or cannot be written; nothing was changed then
     * @throws EsException when no module was found, or a new process manager must say where it begins
     */
    static AggregateStore open(Path directory) {
        return builder().open(directory);
    }

    /**
     * Opens a directory for reading, also while a process writes to it, this one or another. Takes no lock and changes no byte. Each call shows
     * the commits that are known to be fsynced when it is made: all that a writer with {@link Durability#FSYNC} has acknowledged before, and
     * with {@link Durability#OS} those of the segments that are full.
     *
     * @param directory where the log is kept; it must exist, and may be empty yet
     * @return the store, to be closed. It runs no command and no process manager: {@code execute}, {@code runAll} and {@code start} throw
     * @throws StoreDamaged when something is missing of what was known to be durable
     * @throws StoreFailed when it is not ours or cannot be read; the calls on the store throw it too when the directory is repaired or
     *     replaced by another one meanwhile: open it again then
     * @throws EsException when no module was found
     */
    static AggregateStore openReadOnly(Path directory) {
        return builder().openReadOnly(directory);
    }

    /**
     * Reads the whole log in a directory, line by line, and looks at the files beside it. Takes no lock and changes nothing; a writer may go on
     * meanwhile.
     *
     * @param directory where the log is kept; it must exist
     * @return what was found
     * @throws StoreFailed when it is not ours or cannot be read
     */
    static VerifyReport verify(Path directory) {
        return Verification.of(Objects.requireNonNull(directory, "directory"));
    }

    /**
     * Makes a damaged log usable again: cuts off everything from the first damage on, which loses all that was committed behind it. What
     * is cut off is kept beside the log, so look at {@link #verify} first, and prefer a backup when there is one. Does nothing to a log that
     * is not damaged; what an interrupted write has left is cut by opening.
     *
     * @param directory where the log is kept; it must exist, and nobody may have it open for writing
     * @return what was done, and what was lost
     * @throws StoreLocked when somebody writes to it
     * @throws StoreFailed when it is not ours, or the disk fails: repair it again then
     */
    static RepairReport repair(Path directory) {
        return Repair.of(Objects.requireNonNull(directory, "directory"));
    }

    /**
     * A store that lives as long as its process, for tests.
     *
     * @return the store, to be closed
     * @throws EsException when no module was found
     */
    static AggregateStore inMemory() {
        return builder().inMemory();
    }

    /**
     * For a store with other than the default settings.
     *
     * @return a new builder
     */
    static Builder builder() {
        return new Builder();
    }

    /**
     * Executes a command, and returns when what it decided is durable. When it throws, nothing was written, but for a {@link StoreFailed} that
     * says the outcome is unknown: send it again under the same command id.
     *
     * @param command what to do, to which instance
     * @return what it wrote; for a command id that was there, what the first one wrote
     * @throws CommandRejected by the handler, the same object
     * @throws UnknownCommand when no module handles it
     * @throws UnreadablePayload when its JSON does not fit, or the instance has an event that cannot be read
     * @throws HandlerFailed when the handler or an applier threw anything else, or returned {@code null}
     * @throws VersionConflict when the stream does not have the version that the command expects
     * @throws StoreFailed when the disk failed
     * @throws IllegalStateException when called from inside a handler, reaction or applier
     */
    CommandResult execute(CommandEnvelope command);

    /**
     * Executes a command without waiting for the disk. It is decided before this returns, so commands are decided in the order of one thread's
     * calls; the future is completed when what was decided is durable, in that order too.
     *
     * @param command what to do, to which instance
     * @return what it wrote; what {@link #execute} throws is what the future fails with. Dependent stages run in the one thread that completes
     *     futures, so give slow ones an executor of their own: {@code thenAcceptAsync} and the like
     * @throws IllegalStateException when called from inside a handler, reaction or applier
     */
    CompletableFuture<CommandResult> executeAsync(CommandEnvelope command);

    /**
     * Appends an event that happened elsewhere: imported, or told by another system. No handler is asked, but its aggregate must be able to apply
     * it. Returns when it is durable; process managers react to it as to any other. When it throws, nothing was written, but for a {@link
     * StoreFailed} that says the outcome is unknown.
     *
     * @param instanceId the instance that it happened to
     * @param eventId its id, which counts once in the stream, for ever, whatever comes under it the second time
     * @param event an event of an aggregate of the program
     * @return false when the id was there: nothing was written
     * @throws IllegalArgumentException when no aggregate applies such an event, or an id is no well-formed Unicode of at most 1,024 UTF-8 bytes
     * @throws HandlerFailed when an applier throws, at this event or an earlier one of the instance
     * @throws UnreadablePayload when the event, or an earlier one of the instance, cannot be read
     * @throws StoreFailed when the disk failed; when the outcome is unknown, append it again under the same id
     * @throws IllegalStateException when called from inside a handler, reaction or applier
     */
    boolean append(String instanceId, String eventId, Object event);

    /**
     * Appends an event that comes as JSON, as {@link #append}. The text is stored as it is, unknown members too.
     *
     * @param aggregate the stored name of its aggregate
     * @param instanceId the instance that it happened to
     * @param eventId its id
     * @param eventName its stored name, or one that it had before
     * @param json the event in its present shape
     * @return false when the id was there: nothing was written
     * @throws UnreadablePayload when the JSON does not fit; the message names the path
     */
    boolean appendJson(String aggregate, String instanceId, String eventId, String eventName, String json);

    /**
     * The state of an instance, folded from its durable events. It is the caller's own and never changes afterwards.
     *
     * @param <A> the class
     * @param aggregate the class of the aggregate
     * @param instanceId the instance
     * @return the state; that of the no-argument constructor when there are no events
     * @throws IllegalArgumentException when the class is no aggregate
     * @throws UnreadablePayload when an event cannot be read
     */
    <A> A state(Class<A> aggregate, String instanceId);

    /**
     * The state of an instance with the version it has, for {@link CommandEnvelope#withExpectedVersion}.
     *
     * @param <A> the class
     * @param aggregate the class of the aggregate
     * @param instanceId the instance
     * @return as of {@link #state}, with the number of its events
     * @throws IllegalArgumentException when the class is no aggregate
     * @throws UnreadablePayload when an event cannot be read
     */
    <A> Versioned<A> load(Class<A> aggregate, String instanceId);

    /**
     * The instances of an aggregate.
     *
     * @param aggregate its stored name
     * @return the ids of those with durable events, sorted; to be closed
     */
    Stream<String> streams(String aggregate);

    /**
     * The durable events of one instance.
     *
     * @param aggregate the stored name of the aggregate
     * @param instanceId the instance
     * @return in order, read as the stream is consumed
     */
    Stream<RecordedEvent> events(String aggregate, String instanceId);

    /**
     * The durable events of all instances, without those that the system writes for itself, so their positions have gaps.
     *
     * @param partition 0 on files and memory
     * @param afterPosition the position to begin after; 0 for all
     * @return in order of position, up to what is there at the call, read as the stream is consumed
     * @throws IllegalArgumentException when there is no such partition, or the position is negative
     */
    Stream<RecordedEvent> events(int partition, long afterPosition);

    /**
     * The state of a projection without keys, after every event that is durable when this is called. It is the caller's own and never changes
     * afterwards. Folds what has come since it was asked for last, here, unless {@code ProcessManagers.start} keeps projections close to the
     * log; the first call of all folds the whole log.
     *
     * @param <P> the class
     * @param projection the class of the projection
     * @return the state; that of the no-argument constructor when there were no events for it
     * @throws IllegalArgumentException when the class is no projection, or one with keys
     * @throws UnreadablePayload when an event cannot be read; the projection stands before it until it can
     * @throws HandlerFailed when the projection throws; it stands before that event until it does not
     * @throws IllegalStateException when called from inside a handler, reaction, applier or projection
     */
    <P> P projection(Class<P> projection);

    /**
     * The state of one instance of a projection with keys, as {@link #projection(Class)}.
     *
     * @param <P> the class
     * @param projection the class of the projection
     * @param key the key
     * @return the state; empty when there were no events for that key
     * @throws IllegalArgumentException when the class is no projection, or one without keys
     * @throws UnreadablePayload when an event cannot be read; the projection stands before it until it can
     * @throws HandlerFailed when the projection throws; it stands before that event until it does not
     * @throws IllegalStateException when called from inside a handler, reaction, applier or projection
     */
    <P> Optional<P> projection(Class<P> projection, String key);

    /**
     * Lets a subscriber receive events in a thread of its own: each at least once when it is durable, and those of one stream in order. It begins where
     * it was left, or where its annotation says. An event at which it throws is tried again as {@link Retries} say, and is a dead letter then; the
     * later ones of that stream are parked behind it, and those of other streams go on. The commands that it returns are executed once for
     * each event, in the commit that says that it was received.
     *
     * @param subscriber an object of a class that is annotated with {@code @Subscriber}, or of one below
     * @return ends it; {@link #close} does too
     * @throws IllegalArgumentException when its class is no subscriber
     * @throws EsException when somebody is subscribed under its name already
     */
    Subscription subscribe(Object subscriber);

    /**
     * What failed in a process manager or subscriber. To try dead letters of a subscriber again somebody must be subscribed.
     *
     * @param consumer the stored name of the process manager or subscriber
     * @return its dead letters, read anew with each call on them
     * @throws EsException when there is no such process manager or subscriber; the message names the known ones
     */
    DeadLetters deadLetters(String consumer);

    /**
     * The instances of a process manager that live now.
     *
     * @param processManager its stored name
     * @return its instances, read anew with each call on them
     * @throws EsException when there is no such process manager; the message names the known ones
     */
    ProcessInstances processes(String processManager);

    /**
     * How far each process manager, projection and subscriber has come, and what holds it up. Says so too when a write has failed and the store takes no more commits.
     * Costs what has ever failed, not what is in the log.
     *
     * @return of all that the store or the program knows, by name. Of a store that is only read, what their last commits say
     */
    List<ConsumerStatus> status();

    /**
     * Writes all that is committed when it is called into another directory, durably and as a store of its own. Others go on writing meanwhile.
     *
     * @param directory where to; made when it is missing, else empty, and neither within the store nor around it
     * @throws StoreFailed when it is not such a directory, the disk fails, or the store is one in memory. What was written then is refused when it is
     *     opened
     */
    void backup(Path directory);

    /**
     * Derives the state of every instance of a process manager again, by giving it what it was given once more. Sends nothing: effects are facts,
     * so commands were sent, pending timeouts stay, and dead letters and what is parked behind them stay. The process manager goes on meanwhile, on
     * the state it has, and goes over to the new state in one commit. When this is interrupted, by a crash or {@link #close}, the old state is in use
     * as before; called again after the store was opened again, it goes on where it was, if the program has the same files. What a program of other
     * files has derived is removed when the store is opened.
     *
     * <p>A projection is folded anew from the first event; {@link #projection} answers from the states in use meanwhile.
     *
     * @param consumer the stored name of the process manager or projection
     * @return what was done; durable
     * @throws EsException when there is no such process manager or projection, when it is being rebuilt already, and when a reaction fails that once went
     *     through: the message names it and its event, and the old state stays in use
     * @throws StoreFailed when the disk failed
     */
    RebuildReport rebuild(String consumer);

    /**
     * Runs the present code of a process manager on all that its instances were given, from their beginning, and compares the commands that it
     * returns with those that were sent. Sends nothing and writes nothing here: what does not fit memory goes to a temporary directory and is gone
     * afterwards. Costs as much as reading the whole log and reacting to it once more.
     *
     * @param processManager its stored name
     * @return what would be different, for {@code System.out.println} too
     * @throws EsException when there is no such process manager
     * @throws StoreFailed when the log cannot be read
     */
    ShadowReport shadow(String processManager);

    /**
     * Stops what {@code ProcessManagers.start} began, lets the commits in hand finish, makes them durable and lets go of the directory. A second
     * call does nothing. Other calls that are under way, and later ones, throw {@link StoreClosed}.
     *
     * @throws StoreFailed when a write had failed before or fails now, once all is let go of; the message says why
     */
    @Override
    void close();

    /** Settings of a store. Not safe for use by several threads. */
    final class Builder {
        private Clock clock = Clock.systemUTC();
        private Durability durability = Durability.FSYNC;
        private Retries retries = Retries.STANDARD;
        private StoreListener listener = StoreListener.NONE;
        private Snapshots snapshots = Snapshots.none();
        private @Nullable Executor takingSnapshots;
        private @Nullable Codec codec;
        private @Nullable List<GeneratedModule> modules;

        private Builder() {}

        /**
         * Where the time of events comes from.
         *
         * @param clock the clock; the system's unless set
         * @return this
         */
        public Builder clock(Clock clock) {
            this.clock = Objects.requireNonNull(clock, "clock");
            return this;
        }

        /**
         * When a caller hears of success.
         *
         * @param durability {@link Durability#FSYNC} unless set; of no meaning in memory
         * @return this
         */
        public Builder durability(Durability durability) {
            this.durability = Objects.requireNonNull(durability, "durability");
            return this;
        }

        /**
         * How often process managers try a command whose handler throws {@link RetryLater}, and subscribers an event at which they throw, before it
         * is a dead letter.
         *
         * @param retries {@link Retries#STANDARD} unless set
         * @return this
         */
        public Builder retries(Retries retries) {
            this.retries = Objects.requireNonNull(retries, "retries");
            return this;
        }

        /**
         * Who hears what the store does. Java Flight Recorder does in any case, under the category {@code eventfold-es}.
         *
         * @param listener {@link StoreListener#NONE} unless set
         * @return this
         */
        public Builder listener(StoreListener listener) {
            this.listener = Objects.requireNonNull(listener, "listener");
            return this;
        }

        /**
         * When the states of aggregates are kept beside the log, so that those with a long history need not be folded from their first event. They
         * are taken in a thread of their own, and hold up no command.
         *
         * @param snapshots {@link Snapshots#none()} unless set; where a store is only read, they are read and none is taken
         * @return this
         */
        public Builder snapshots(Snapshots snapshots) {
            this.snapshots = Objects.requireNonNull(snapshots, "snapshots");
            return this;
        }

        /**
         * How payloads become JSON.
         *
         * @param codec of {@link Jackson#with}; {@link Jackson#codec()} unless set
         * @return this
         */
        public Builder codec(Codec codec) {
            this.codec = Objects.requireNonNull(codec, "codec");
            return this;
        }

        /**
         * Opens a directory for writing, as {@link AggregateStore#open}.
         *
         * @param directory where the log is kept
         * @return the store, to be closed
         */
        public AggregateStore open(Path directory) {
            Objects.requireNonNull(directory, "directory");
            Observer observer = observer();
            FileStoreOptions options = FileStoreOptions.standard()
                    .withClock(clock)
                    .withDurability(durability)
                    .withObserver(observer);
            return open(() -> FileEventStore.open(directory, options), observer);
        }

        /**
         * Opens a directory for reading, as {@link AggregateStore#openReadOnly}. The clock and the durability are of no meaning then.
         *
         * @param directory where the log is kept
         * @return the store, to be closed
         */
        public AggregateStore openReadOnly(Path directory) {
            Objects.requireNonNull(directory, "directory");
            return StoreOpening.openReadOnly(
                    () -> ReadOnlyEventStore.open(directory),
                    modules,
                    codec == null ? Jackson.codec() : codec,
                    snapshots);
        }

        /**
         * A store that lives as long as its process, as {@link AggregateStore#inMemory}.
         *
         * @return the store, to be closed
         */
        public AggregateStore inMemory() {
            return open(MemoryEventStore::new);
        }

        /** Takes these modules instead of looking for some. */
        Builder modules(GeneratedModule... modules) {
            this.modules = List.of(modules);
            return this;
        }

        /** Takes snapshots in this way instead of in a thread of their own. */
        Builder takingSnapshots(Executor executor) {
            takingSnapshots = executor;
            return this;
        }

        /** On a log that is closed with what this returns, or when this throws. */
        AggregateStore open(Supplier<EventStore> opening) {
            return open(opening, observer());
        }

        private AggregateStore open(Supplier<EventStore> opening, Observer observer) {
            Codec payloads = codec == null ? Jackson.codec() : codec;
            StoreSettings settings =
                    new StoreSettings(payloads, clock, retries, observer).withSnapshots(snapshots, takingSnapshots);
            return StoreOpening.open(opening, modules, settings);
        }

        private Observer observer() {
            return new Observer(CarefulListener.of(listener));
        }
    }
}
