package flights.airport;

import dev.eventfold.es.CommandFor;

/**
 * Give the passengers of a delayed flight something to eat.
 *
 * @param route the route of the flight
 * @param delay how many minutes late it was
 */
@CommandFor("airport")
public record IssueVoucher(String route, int delay) {}
