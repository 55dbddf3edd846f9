package dev.eventfold.es.runtime.store;

import java.util.Objects;

/**
 * The state of a stream as of one of its versions. Only a cache: the events say it again.
 *
 * @param stream the stream
 * @param version the version, at least 1
 * @param witness what tells the event of that version from any other that could stand in its place
 * @param code what tells the code that made the state from any other
 * @param state the state
 */
public record Snapshot(StreamId stream, long version, String witness, String code, Json state) {
    /** Checks that nothing is missing. */
    public Snapshot {
        Objects.requireNonNull(stream, "stream");
        Objects.requireNonNull(witness, "witness");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(state, "state");
        if (version < 1) {
            throw new IllegalArgumentException("no such version: stream=" + stream + ", version=" + version);
        }
    }
}
