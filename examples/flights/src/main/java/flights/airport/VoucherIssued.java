package flights.airport;

import dev.eventfold.es.EventOf;

/**
 * The passengers of a delayed flight were given a voucher.
 *
 * @param route the route of the flight
 * @param delay how many minutes late it was
 */
@EventOf("airport")
public record VoucherIssued(String route, int delay) {}
