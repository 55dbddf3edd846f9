package dev.eventfold.es.runtime.engine;

import dev.eventfold.es.runtime.Codec;
import dev.eventfold.es.runtime.Retries;
import dev.eventfold.es.runtime.Snapshots;
import dev.eventfold.es.runtime.execution.CommandIds;
import dev.eventfold.es.runtime.observe.Observer;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * How a store works.
 *
 * @param codec reads and writes payloads
 * @param clock tells the time of events
 * @param retries how often process managers try what is put off
 * @param observer hears of what is done
 * @param ids makes ids of commands that nobody gave one
 * @param oneAtATime whether process managers make each commit for one event, which is slow, and the same on each machine
 * @param snapshots when states of aggregates are kept
 * @param takingSnapshots takes them; null for a thread of the store's own
 */
public record StoreSettings(
        Codec codec,
        Clock clock,
        Retries retries,
        Observer observer,
        CommandIds ids,
        boolean oneAtATime,
        Snapshots snapshots,
        @Nullable Executor takingSnapshots) {
    /** Checks that nothing is missing. */
    public StoreSettings {
        Objects.requireNonNull(codec, "codec");
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(retries, "retries");
        Objects.requireNonNull(observer, "observer");
        Objects.requireNonNull(ids, "ids");
        Objects.requireNonNull(snapshots, "snapshots");
    }

    /**
     * Without snapshots.
     *
     * @param codec reads and writes payloads
     * @param clock tells the time of events
     * @param retries how often process managers try what is put off
     * @param observer hears of what is done
     * @param ids makes ids of commands that nobody gave one
     * @param oneAtATime whether process managers make each commit for one event
     */
    public StoreSettings(
            Codec codec, Clock clock, Retries retries, Observer observer, CommandIds ids, boolean oneAtATime) {
        this(codec, clock, retries, observer, ids, oneAtATime, Snapshots.none(), null);
    }

    /**
     * As fast as the machine allows.
     *
     * @param codec reads and writes payloads
     * @param clock tells the time of events
     * @param retries how often process managers try what is put off
     * @param observer hears of what is done
     */
    public StoreSettings(Codec codec, Clock clock, Retries retries, Observer observer) {
        this(codec, clock, retries, observer, new CommandIds(), false);
    }

    /**
     * With the standard retries, and nobody who hears.
     *
     * @param codec reads and writes payloads
     * @param clock tells the time of events
     * @return the settings
     */
    public static StoreSettings of(Codec codec, Clock clock) {
        return new StoreSettings(codec, clock, Retries.STANDARD, Observer.WITHOUT_LISTENER);
    }

    /**
     * The same with snapshots.
     *
     * @param policy when states of aggregates are kept
     * @param taking takes them; null for a thread of the store's own
     * @return other settings
     */
    public StoreSettings withSnapshots(Snapshots policy, @Nullable Executor taking) {
        return new StoreSettings(codec, clock, retries, observer, ids, oneAtATime, policy, taking);
    }
}
