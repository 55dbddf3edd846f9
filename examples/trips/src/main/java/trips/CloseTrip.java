package trips;

import dev.eventfold.es.CommandFor;

/** Says how a trip has come out. */
@CommandFor("trip")
public sealed interface CloseTrip {
    record Confirm(String tripId) implements CloseTrip {}

    record CallOff(String tripId, String reason) implements CloseTrip {}
}
