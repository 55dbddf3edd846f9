package dev.eventfold.es.runtime;

import dev.eventfold.es.EsException;
import org.jspecify.annotations.Nullable;

/**
 * The disk or the server failed. When the message says that the outcome is unknown, what was asked for may or may not have been written:
 * send it again under the same command id. Otherwise nothing was written.
 */
public class StoreFailed extends EsException {
    private static final long serialVersionUID = 1L;

    /**
     * Made by a store.
     *
     * @param message what failed, with its facts
     * @param cause what was seen; null when nothing was
     */
    public StoreFailed(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
