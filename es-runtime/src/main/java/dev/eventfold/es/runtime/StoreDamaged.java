package dev.eventfold.es.runtime;

import org.jspecify.annotations.Nullable;

/**
 * The log holds something that was not written so. The message names the file, the offset and what was expected there.
 */
public final class StoreDamaged extends StoreFailed {
    private static final long serialVersionUID = 1L;

    /**
     * Made by a store.
     *
     * @param message what failed, with its facts
     * @param cause what was seen; null when nothing was
     */
    public StoreDamaged(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
