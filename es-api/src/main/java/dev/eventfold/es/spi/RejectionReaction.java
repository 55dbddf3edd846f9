package dev.eventfold.es.spi;

import java.util.Objects;

/**
 * A rejection that a process manager reacts to.
 *
 * @param aggregate the stored name of the aggregate that rejects the command
 * @param command the stored name of the command
 * @param ends whether the instance is over after it
 * @param sends the commands that it says it may send
 */
public record RejectionReaction(String aggregate, String command, boolean ends, Sends sends) {
    /** Checks that nothing is missing. */
    public RejectionReaction {
        Objects.requireNonNull(aggregate, "aggregate");
        Objects.requireNonNull(command, "command");
        Objects.requireNonNull(sends, "sends");
    }

    /**
     * One that does not say what it sends.
     *
     * @param aggregate the stored name of the aggregate that rejects the command
     * @param command the stored name of the command
     * @param ends whether the instance is over after it
     */
    public RejectionReaction(String aggregate, String command, boolean ends) {
        this(aggregate, command, ends, Sends.unknown());
    }
}
