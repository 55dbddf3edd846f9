package dev.eventfold.es;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What is known about a command besides its payload. Immutable. Made by the run time; not for users to implement. */
public interface CommandContext {
    /**
     * The instance that the command is for.
     *
     * @return its id
     */
    String instanceId();

    /**
     * The version of the instance before this command.
     *
     * @return the number of events in its stream; 0 when it is new
     */
    long version();

    /**
     * The time that the events of this command will bear: the only clock of a handler.
     *
     * @return in whole milliseconds
     */
    Instant time();

    /**
     * The command's id.
     *
     * @return as given, or as made by the store
     */
    String commandId();

    /**
     * The flow that it belongs to.
     *
     * @return the correlation id, set or inherited; for a first command its command id
     */
    String correlationId();

    /**
     * What caused it directly.
     *
     * @return the id of the event that was reacted to; for a first command its command id
     */
    String causationId();

    /**
     * Who asked for it.
     *
     * @return empty when nobody said
     */
    Optional<String> actor();

    /**
     * Free entries given with the command or inherited along the flow.
     *
     * @return unmodifiable
     */
    Map<String, String> metadata();
}
