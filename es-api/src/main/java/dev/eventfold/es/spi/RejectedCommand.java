package dev.eventfold.es.spi;

import dev.eventfold.es.EventContext;
import dev.eventfold.es.Rejection;
import dev.eventfold.es.UnreadablePayload;

/** A command that was rejected, on its way back to the instance that sent it; as a context, about the event that says so. Made by the run time. */
public interface RejectedCommand extends EventContext {
    /**
     * The aggregate that rejected the command.
     *
     * @return its stored name
     */
    String target();

    /**
     * The command's name.
     *
     * @return the stored name that it has now
     */
    String command();

    /**
     * Why.
     *
     * @return the reason
     */
    Rejection rejection();

    /**
     * The command as it was sent, in its present shape.
     *
     * @param <C> the class
     * @param type the class of the command
     * @return the command
     * @throws UnreadablePayload when what is stored does not fit the class
     */
    <C> C as(Class<C> type);
}
