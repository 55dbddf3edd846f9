package dev.eventfold.es.runtime;

import org.jspecify.annotations.Nullable;

/**
 * The store was closed.
 */
public final class StoreClosed extends StoreFailed {
    private static final long serialVersionUID = 1L;

    /**
     * Made by a store.
     *
     * @param message what failed, with its facts
     * @param cause what was seen; null when nothing was
     */
    public StoreClosed(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
