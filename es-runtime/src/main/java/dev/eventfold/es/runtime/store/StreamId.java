package dev.eventfold.es.runtime.store;

import java.util.Objects;

/**
 * The name of a stream: {@code aggregate/instanceId}. Aggregates whose name begins with {@code $} are the system's own.
 *
 * @param aggregate a stored name, without {@code /}
 * @param instanceId any text, which may hold {@code /}
 */
public record StreamId(String aggregate, String instanceId) {
    /** Checks that nothing is missing. */
    public StreamId {
        Objects.requireNonNull(instanceId, "instanceId");
        if (aggregate.isEmpty() || aggregate.indexOf('/') >= 0) {
            throw new IllegalArgumentException("illegal aggregate name: aggregate=" + aggregate);
        }
    }

    /**
     * Reads the text form back.
     *
     * @param text as of {@link #toString()}; the first {@code /} divides
     * @return the name
     */
    public static StreamId parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("illegal stream name, it has no '/': stream=" + text);
        }
        return new StreamId(text.substring(0, slash), text.substring(slash + 1));
    }

    /**
     * Whether the stream is the system's own.
     *
     * @return true when its aggregate begins with {@code $}
     */
    public boolean isSystem() {
        return aggregate.charAt(0) == '$';
    }

    @Override
    public String toString() {
        return aggregate + "/" + instanceId;
    }
}
