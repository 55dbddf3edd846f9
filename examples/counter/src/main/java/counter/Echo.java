package counter;

import dev.eventfold.es.CommandFor;

/**
 * Repeat this.
 *
 * @param sourceEventType the name of the event to repeat
 */
@CommandFor("target")
public record Echo(String sourceEventType) {}
