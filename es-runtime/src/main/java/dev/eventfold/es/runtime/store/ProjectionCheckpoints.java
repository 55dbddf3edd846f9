package dev.eventfold.es.runtime.store;

import java.util.Optional;

/**
 * A store that keeps beside its log what projections have come to. Not part of {@link EventStore}: it is a cache, and a store may do without.
 * Safe for use by any number of threads.
 */
public interface ProjectionCheckpoints {
    /**
     * What was kept last of a projection.
     *
     * @param projection its stored name
     * @return empty when there is nothing, or nothing that can be believed
     * @throws dev.eventfold.es.runtime.StoreFailed when it cannot be read
     */
    Optional<ProjectionCheckpoint> checkpoint(String projection);

    /**
     * Keeps this instead of what was kept before. Durable on return, or, when the log itself is not fsynced, when the store is closed.
     *
     * @param projection its stored name
     * @param checkpoint what it has come to, at a position that is durable
     * @throws dev.eventfold.es.runtime.StoreFailed when it cannot be written; what was kept before is kept then
     */
    void keep(String projection, ProjectionCheckpoint checkpoint);
}
