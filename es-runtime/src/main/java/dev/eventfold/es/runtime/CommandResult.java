package dev.eventfold.es.runtime;

import dev.eventfold.es.RecordedEvent;
import java.util.List;

/** What an accepted command wrote. Immutable. Made by the run time; not for users to implement. */
public interface CommandResult {
    /**
     * The command's id.
     *
     * @return as given, or as made by the store
     */
    String commandId();

    /**
     * The flow that the command belongs to.
     *
     * @return the correlation id; of a duplicate, that of the first one
     */
    String correlationId();

    /**
     * The instance it went to.
     *
     * @return its id
     */
    String instanceId();

    /**
     * The version of the instance after the command.
     *
     * @return the number of events in its stream; of a duplicate, after the first one
     */
    long version();

    /**
     * What it wrote.
     *
     * @return its events, in order; empty when it changed nothing; of a duplicate, those of the first one
     */
    List<RecordedEvent> events();

    /**
     * Whether its id was in the stream already, and so nothing was written.
     *
     * @return true for a duplicate
     */
    boolean duplicate();
}
