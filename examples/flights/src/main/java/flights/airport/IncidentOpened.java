package flights.airport;

import dev.eventfold.es.EventOf;

/**
 * The airport looks into its delays.
 *
 * @param severeDelays how many there were
 */
@EventOf("airport")
public record IncidentOpened(int severeDelays) {}
