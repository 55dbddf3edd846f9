package trips;

import dev.eventfold.es.EventOf;

/** What happens to a garage. */
@EventOf("garage")
public sealed interface GarageEvent {
    record GarageBooked(String tripId) implements GarageEvent {}

    record GarageCancelled(String tripId) implements GarageEvent {}

    record GarageOffered(int cars) implements GarageEvent {}
}
