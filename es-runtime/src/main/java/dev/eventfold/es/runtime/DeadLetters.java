package dev.eventfold.es.runtime;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What failed in one process manager, in the order of failure. Read from the durable log with each call. Made by the run time; not for users to
 * implement.
 */
public interface DeadLetters {
    /**
     * Those that wait to be worked off.
     *
     * @return the {@link DeadLetter.State#PENDING} ones
     */
    List<DeadLetter> list();

    /**
     * Those of every state.
     *
     * @return read as the stream is consumed
     */
    Stream<DeadLetter> all();

    /**
     * One of them.
     *
     * @param id as of {@link DeadLetter#id()}
     * @return empty when there is none of that id
     */
    Optional<DeadLetter> find(String id);
}
