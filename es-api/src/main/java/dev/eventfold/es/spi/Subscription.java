package dev.eventfold.es.spi;

import java.util.Objects;

/**
 * What a process manager reacts to, and what that means for the life of its instance; or what a projection or subscriber takes. The
 * narrowest that matches an event counts: one that names the aggregate before one that does not, and then one that names the event before one
 * that does not.
 *
 * @param aggregate the stored name of the aggregate, or {@link #ANY} for all that are not the system's
 * @param event the stored name of the event, or {@link #ANY} for each that no narrower subscription names
 * @param starts whether it begins an instance that does not live yet
 * @param ends whether the instance is over after it
 * @param sends the commands that it says it may send
 */
public record Subscription(String aggregate, String event, boolean starts, boolean ends, Sends sends) {
    /** Stands for every name. */
    public static final String ANY = "*";

    /** Checks that nothing is missing. */
    public Subscription {
        Objects.requireNonNull(aggregate, "aggregate");
        Objects.requireNonNull(event, "event");
        Objects.requireNonNull(sends, "sends");
    }

    /**
     * One that does not say what it sends.
     *
     * @param aggregate the stored name of the aggregate, or {@link #ANY}
     * @param event the stored name of the event, or {@link #ANY}
     * @param starts whether it begins an instance that does not live yet
     * @param ends whether the instance is over after it
     */
    public Subscription(String aggregate, String event, boolean starts, boolean ends) {
        this(aggregate, event, starts, ends, Sends.unknown());
    }
}
