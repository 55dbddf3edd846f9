package dev.eventfold.es.runtime.store;

import java.util.Map;
import java.util.Objects;

/**
 * What a projection had come to. Only a cache: the log says it again.
 *
 * @param version the version of the projection whose code made it
 * @param wiring the sum over what it projected, under which keys and into what
 * @param position the last position that it had passed
 * @param states the state of each instance by its key, not to be changed by anybody from now on
 */
public record ProjectionCheckpoint(int version, String wiring, long position, Map<String, Json> states) {
    /** Checks that nothing is missing. Copies nothing: there may be many states. */
    public ProjectionCheckpoint {
        Objects.requireNonNull(wiring, "wiring");
        Objects.requireNonNull(states, "states");
    }
}
