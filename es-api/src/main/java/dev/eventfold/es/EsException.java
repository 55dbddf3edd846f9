package dev.eventfold.es;

import org.jspecify.annotations.Nullable;

/**
 * The root of every exception of this library. The message says what failed, the facts as {@code key=value}, and what to do.
 */
public class EsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * With a message alone.
     *
     * @param message what failed, with its facts
     */
    public EsException(String message) {
        super(message);
    }

    /**
     * With a cause.
     *
     * @param message what failed, with its facts
     * @param cause what made it fail
     */
    public EsException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
