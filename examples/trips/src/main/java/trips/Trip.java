package trips;

import dev.eventfold.es.Aggregate;
import dev.eventfold.es.Applies;
import dev.eventfold.es.Handles;

/** A trip, and what has become of it. */
@Aggregate("trip")
public record Trip(String outcome) {
    public Trip() {
        this("unknown");
    }

    @Handles
    TripPlanned handle(PlanTrip command) {
        return new TripPlanned(command.tripId(), command.flight(), command.hotel(), command.garage());
    }

    @Handles
    TripClosed.Confirmed handle(CloseTrip.Confirm command) {
        return new TripClosed.Confirmed(command.tripId());
    }

    @Handles
    TripClosed.CalledOff handle(CloseTrip.CallOff command) {
        return new TripClosed.CalledOff(command.tripId(), command.reason());
    }

    @Applies
    Trip apply(TripPlanned event) {
        return new Trip("planned");
    }

    @Applies
    Trip apply(TripClosed.Confirmed event) {
        return new Trip("confirmed");
    }

    @Applies
    Trip apply(TripClosed.CalledOff event) {
        return new Trip("called off: " + event.reason());
    }
}
