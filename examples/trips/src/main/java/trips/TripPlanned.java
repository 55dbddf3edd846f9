package trips;

import dev.eventfold.es.EventOf;

/** A trip is to be booked. */
@EventOf("trip")
public record TripPlanned(String tripId, String flight, String hotel, String garage) {}
