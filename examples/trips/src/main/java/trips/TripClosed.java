package trips;

import dev.eventfold.es.EventOf;

/** All of a trip is booked, or nothing. */
@EventOf("trip")
public sealed interface TripClosed {
    record Confirmed(String tripId) implements TripClosed {}

    record CalledOff(String tripId, String reason) implements TripClosed {}
}
