package dev.eventfold.es.runtime.engine;

import dev.eventfold.es.runtime.Codec;
import dev.eventfold.es.runtime.Retries;
import dev.eventfold.es.runtime.execution.CommandIds;
import dev.eventfold.es.runtime.observe.Observer;
import java.time.Clock;
import java.util.Objects;

/**
 * How a store works.
 *
 * @param codec reads and writes payloads
 * @param clock tells the time of events
 * @param retries how often process managers try what is put off
 * @param observer hears of what is done
 * @param ids makes ids of commands that nobody gave one
 * @param oneAtATime whether process managers make each commit for one event, which is slow, and the same on each machine
 */
public record StoreSettings(
        Codec codec, Clock clock, Retries retries, Observer observer, CommandIds ids, boolean oneAtATime) {
    /** Checks that nothing is missing. */
    public StoreSettings {
        Objects.requireNonNull(codec, "codec");
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(retries, "retries");
        Objects.requireNonNull(observer, "observer");
        Objects.requireNonNull(ids, "ids");
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
}
