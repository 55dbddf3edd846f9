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

    // What a record has by itself is put together at run time, when it is asked for first: a fiftieth of a second of
    // each start.

    @Override
    public boolean equals(Object other) {
        return other instanceof StreamId that && instanceId.equals(that.instanceId) && aggregate.equals(that.aggregate);
    }

    @Override
    public int hashCode() {
        return 31 * aggregate.hashCode() + instanceId.hashCode();
    }

    @Override
    public String toString() {
        return aggregate + "/" + instanceId;
    }
}
