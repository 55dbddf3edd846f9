package trips;

import dev.eventfold.es.CommandFor;

/** Asks for a trip. */
@CommandFor("trip")
public record PlanTrip(String tripId, String flight, String hotel, String garage) {}
