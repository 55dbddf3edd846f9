package dev.eventfold.es;

import org.jspecify.annotations.Nullable;

/**
 * Thrown by handlers: the command cannot be carried out yet, and may be later. A caller gets it as it is, and decides when to try again. A command
 * of a process manager is tried again, with growing pauses, before it is a dead letter; what its instance sends meanwhile waits behind it.
 */
public class RetryLater extends EsException {
    private static final long serialVersionUID = 1L;

    /**
     * With the reason.
     *
     * @param message what it waits for
     */
    public RetryLater(String message) {
        super(message);
    }

    /**
     * With the reason and what brought it about.
     *
     * @param message what it waits for
     * @param cause what brought it about; {@code null} when unknown
     */
    public RetryLater(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
