package trips;

import dev.eventfold.es.EventOf;

/** What happens to a hotel. */
@EventOf("hotel")
public sealed interface HotelEvent {
    record HotelBooked(String tripId) implements HotelEvent {}

    record HotelCancelled(String tripId) implements HotelEvent {}

    record CancellationsTaken(boolean taken) implements HotelEvent {}

    record HotelOffered(int rooms) implements HotelEvent {}
}
