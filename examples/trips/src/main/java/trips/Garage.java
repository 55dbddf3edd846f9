package trips;

import dev.eventfold.es.Aggregate;
import dev.eventfold.es.Applies;
import dev.eventfold.es.CommandRejected;
import dev.eventfold.es.Handles;

/** So many cars of a garage are left. */
@Aggregate("garage")
public record Garage(int cars) {
    public Garage() {
        this(0);
    }

    @Handles
    GarageEvent.GarageOffered handle(GarageCommand.OfferGarage command) {
        return new GarageEvent.GarageOffered(command.cars());
    }

    @Handles
    GarageEvent.GarageBooked handle(GarageCommand.BookGarage command) {
        if (cars == 0) {
            throw new CommandRejected("no cars left");
        }
        return new GarageEvent.GarageBooked(command.tripId());
    }

    @Handles
    GarageEvent.GarageCancelled handle(GarageCommand.CancelGarage command) {
        return new GarageEvent.GarageCancelled(command.tripId());
    }

    @Applies
    Garage apply(GarageEvent.GarageOffered event) {
        return new Garage(cars + event.cars());
    }

    @Applies
    Garage apply(GarageEvent.GarageBooked event) {
        return new Garage(cars - 1);
    }

    @Applies
    Garage apply(GarageEvent.GarageCancelled event) {
        return new Garage(cars + 1);
    }
}
