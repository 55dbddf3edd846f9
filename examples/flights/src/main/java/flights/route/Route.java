package flights.route;

import dev.eventfold.es.Aggregate;
import dev.eventfold.es.Applies;
import dev.eventfold.es.Handles;

/**
 * A route, {@code SJC-IAH}.
 *
 * @param flights how many flights landed on it
 * @param severe how many of them were severely delayed
 */
@Aggregate("route")
public record Route(int flights, int severe) {
    /** A route that nobody has flown yet. */
    public Route() {
        this(0, 0);
    }

    @Handles
    FlightLanded handle(RecordLanding command) {
        return new FlightLanded(
                command.departure(), command.delay(), command.distance(), command.origin(), command.destination());
    }

    @Applies
    Route apply(FlightLanded event) {
        return new Route(flights + 1, severe + (event.severelyDelayed() ? 1 : 0));
    }
}
