package trips;

import dev.eventfold.es.Aggregate;
import dev.eventfold.es.Applies;
import dev.eventfold.es.CommandRejected;
import dev.eventfold.es.Handles;

/** So many seats of a flight are left. */
@Aggregate("flight")
public record Flight(int seats) {
    public Flight() {
        this(0);
    }

    @Handles
    FlightEvent.FlightOffered handle(FlightCommand.OfferFlight command) {
        return new FlightEvent.FlightOffered(command.seats());
    }

    @Handles
    FlightEvent.FlightBooked handle(FlightCommand.BookFlight command) {
        if (seats == 0) {
            throw new CommandRejected("no seats left");
        }
        return new FlightEvent.FlightBooked(command.tripId());
    }

    @Handles
    FlightEvent.FlightCancelled handle(FlightCommand.CancelFlight command) {
        return new FlightEvent.FlightCancelled(command.tripId());
    }

    @Applies
    Flight apply(FlightEvent.FlightOffered event) {
        return new Flight(seats + event.seats());
    }

    @Applies
    Flight apply(FlightEvent.FlightBooked event) {
        return new Flight(seats - 1);
    }

    @Applies
    Flight apply(FlightEvent.FlightCancelled event) {
        return new Flight(seats + 1);
    }
}
