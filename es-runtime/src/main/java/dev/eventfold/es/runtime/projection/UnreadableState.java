package dev.eventfold.es.runtime.projection;

import dev.eventfold.es.UnreadablePayload;
import java.io.Serial;

/** The state of a projection that was kept does not fit its class any more. */
final class UnreadableState extends UnreadablePayload {
    @Serial
    private static final long serialVersionUID = 1;

    UnreadableState(String message, UnreadablePayload cause) {
        super(message, cause);
    }
}
