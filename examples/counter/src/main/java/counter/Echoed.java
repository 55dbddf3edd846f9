package counter;

import dev.eventfold.es.EventOf;

/**
 * It was repeated.
 *
 * @param sourceEventType the name of the event repeated
 */
@EventOf("target")
public record Echoed(String sourceEventType) {}
