package dev.eventfold.es.spi;

import dev.eventfold.es.CommandContext;
import dev.eventfold.es.UnreadablePayload;

/** A command on its way to its handler: its context and its payload. Made by the run time. */
public interface ReceivedCommand extends CommandContext {
    /**
     * The command's name.
     *
     * @return the stored name
     */
    String command();

    /**
     * The payload as an object, read from JSON when it came as JSON.
     *
     * @param <C> the class
     * @param type the class of the command
     * @return the command
     * @throws UnreadablePayload when the JSON does not fit the class
     */
    <C> C as(Class<C> type);
}
