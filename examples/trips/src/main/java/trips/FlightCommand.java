package trips;

import dev.eventfold.es.CommandFor;

/** What can be asked of a flight. */
@CommandFor("flight")
public sealed interface FlightCommand {
    record BookFlight(String tripId) implements FlightCommand {}

    record CancelFlight(String tripId) implements FlightCommand {}

    record OfferFlight(int seats) implements FlightCommand {}
}
