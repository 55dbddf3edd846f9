package dev.eventfold.es;

import org.jspecify.annotations.Nullable;

/**
 * A handler threw something that is not a {@link CommandRejected}, returned {@code null}, or returned an event that its aggregate cannot
 * apply: a bug, which is the {@linkplain #getCause() cause}. Nothing was written.
 */
public class HandlerFailed extends EsException {
    private static final long serialVersionUID = 1L;

    /**
     * Made by the run time.
     *
     * @param message which handler failed, on what
     * @param cause the bug
     */
    public HandlerFailed(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
