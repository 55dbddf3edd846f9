package dev.eventfold.es.runtime;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * The instances of one process manager that live now, for people who look. Shows what is durable, read anew with each call. Made by the run
 * time; not for users to implement.
 */
public interface ProcessInstances {
    /**
     * The keys of those that live.
     *
     * @return in no order, each that lives during the whole call once, read as the stream is consumed, and never all in memory; without key, the
     *     empty one. To be closed
     */
    Stream<String> keys();

    /**
     * One of them.
     *
     * @param key its key; the empty one for a process manager without keys
     * @return as it is now; empty when it does not live
     */
    Optional<ProcessInstance> find(String key);
}
