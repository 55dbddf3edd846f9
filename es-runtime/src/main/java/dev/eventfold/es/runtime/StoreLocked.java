package dev.eventfold.es.runtime;

import org.jspecify.annotations.Nullable;

/**
 * The directory is open for writing already, in this process or another.
 */
public final class StoreLocked extends StoreFailed {
    private static final long serialVersionUID = 1L;

    /**
     * Made by a store.
     *
     * @param message what failed, with its facts
     * @param cause what was seen; null when nothing was
     */
    public StoreLocked(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
