package flights.airport;

import dev.eventfold.es.CommandFor;

/**
 * Delays have become too many to be chance.
 *
 * @param severeDelays how many there were
 */
@CommandFor("airport")
public record OpenIncident(int severeDelays) {}
