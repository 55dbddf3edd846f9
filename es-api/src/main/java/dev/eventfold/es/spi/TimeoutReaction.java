package dev.eventfold.es.spi;

import java.util.Objects;

/**
 * A timeout that a process manager reacts to.
 *
 * @param name the stored name of the timeout
 * @param ends whether the instance is over after it
 * @param sends the commands that it says it may send
 */
public record TimeoutReaction(String name, boolean ends, Sends sends) {
    /** Checks that nothing is missing. */
    public TimeoutReaction {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(sends, "sends");
    }

    /**
     * One that does not say what it sends.
     *
     * @param name the stored name of the timeout
     * @param ends whether the instance is over after it
     */
    public TimeoutReaction(String name, boolean ends) {
        this(name, ends, Sends.unknown());
    }
}
