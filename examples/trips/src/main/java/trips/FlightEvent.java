package trips;

import dev.eventfold.es.EventOf;

/** What happens to a flight. */
@EventOf("flight")
public sealed interface FlightEvent {
    record FlightBooked(String tripId) implements FlightEvent {}

    record FlightCancelled(String tripId) implements FlightEvent {}

    record FlightOffered(int seats) implements FlightEvent {}
}
