package dev.eventfold.es;

import org.jspecify.annotations.Nullable;

/**
 * A JSON payload does not fit its class: a member is missing, unknown or of another type. The message names the path to it.
 */
public class UnreadablePayload extends EsException {
    private static final long serialVersionUID = 1L;

    /**
     * Made by the run time.
     *
     * @param message what could not be read, where, and why
     * @param cause what the JSON library said
     */
    public UnreadablePayload(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
