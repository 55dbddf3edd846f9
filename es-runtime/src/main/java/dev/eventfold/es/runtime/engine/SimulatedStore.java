package dev.eventfold.es.runtime.engine;

import dev.eventfold.es.runtime.AggregateStore;
import dev.eventfold.es.runtime.Codec;
import dev.eventfold.es.runtime.Retries;
import dev.eventfold.es.runtime.execution.CommandIds;
import dev.eventfold.es.runtime.observe.Observer;
import dev.eventfold.es.runtime.reaction.ByHand;
import dev.eventfold.es.runtime.store.memory.MemoryEventStore;
import dev.eventfold.es.spi.GeneratedModule;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A program on a log in memory, moved by hand and without threads, that can die and be started again: what was committed is still there then, and
 * nothing else. The same calls do the same on each machine. For the simulation of es-test, to which alone this package is exported. It need not be
 * closed. Not safe for use by several threads.
 */
public final class SimulatedStore {
    private final GeneratedModule program;
    private final Codec codec;
    private final Clock clock;
    private final Retries retries;
    private final MemoryEventStore log = new MemoryEventStore(this::beforeCommit);
    private final CommandIds ids = new CommandIds(1);
    private boolean dying;
    private final Set<String> doomed = new HashSet<>();
    private @Nullable EventfoldStore store;
    private @Nullable ByHand consumers;

    /** What came of letting a consumer go on. */
    public enum Move {
        /** It had nothing to do. */
        NOTHING,
        /** It wrote something. */
        WROTE,
        /** The program died before it wrote. */
        DIED
    }

    /** Goes through all code up to whoever moves the program, as nothing else does. */
    private static final class Death extends Error {
        private static final long serialVersionUID = 1;

        Death() {
            super("the program dies", null, false, false);
        }
    }

    /**
     * Of a program that was not started yet.
     *
     * @param program what it consists of
     * @param codec reads and writes payloads
     * @param clock tells the time
     * @param retries how often is tried what is put off
     */
    public SimulatedStore(GeneratedModule program, Codec codec, Clock clock, Retries retries) {
        this.program = program;
        this.codec = codec;
        this.clock = clock;
        this.retries = retries;
    }

    /**
     * Starts the program, on what was committed. If it runs already, it dies before.
     *
     * @param subscribers those that receive events from now on
     */
    public void start(List<?> subscribers) {
        StoreSettings settings = new StoreSettings(codec, clock, retries, Observer.WITHOUT_LISTENER, ids, true);
        EventfoldStore opened = (EventfoldStore) StoreOpening.open(() -> log, List.of(program), settings);
        store = opened;
        consumers = opened.processManagers().byHand(subscribers);
    }

    /**
     * The store, until the program is started again.
     *
     * @return what users call
     */
    public AggregateStore store() {
        return Objects.requireNonNull(store, "start first");
    }

    /**
     * The process managers, and those subscribers that receive.
     *
     * @return their stored names, sorted
     */
    public List<String> consumers() {
        return moved().names();
    }

    /**
     * Lets a consumer go on until it has written something.
     *
     * @param consumer its stored name
     * @return what came of it; when it died, the program must be started again
     */
    public Move step(String consumer) {
        dying = doomed.contains(consumer);
        try {
            return moved().step(consumer) ? Move.WROTE : Move.NOTHING;
        } catch (Death death) {
            doomed.remove(consumer);
            return Move.DIED;
        } finally {
            dying = false;
        }
    }

    /**
     * Lets the program die when a consumer is about to write the next time: what it did outside is done then.
     *
     * @param consumer its stored name
     */
    public void doom(String consumer) {
        doomed.add(consumer);
    }

    private void beforeCommit() {
        if (dying) {
            throw new Death();
        }
    }

    /**
     * When the next of what somebody waits for is due.
     *
     * @return empty when nothing is; a time that has passed when it was not done yet
     */
    public Optional<Instant> nextDue() {
        return moved().nextDue();
    }

    private ByHand moved() {
        return Objects.requireNonNull(consumers, "start first");
    }
}
