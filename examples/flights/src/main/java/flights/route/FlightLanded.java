package flights.route;

import dev.eventfold.es.EventOf;
import java.time.LocalDateTime;

/**
 * A flight has landed.
 *
 * @param departure when it left, in the local time of its origin
 * @param delay how many minutes late it landed; negative when it was early
 * @param distance how far it flew, in miles
 * @param origin the airport that it came from
 * @param destination the airport that it landed at
 */
@EventOf("route")
public record FlightLanded(LocalDateTime departure, int delay, int distance, String origin, String destination) {
    private static final int SEVERE_DELAY = 60;

    /**
     * Whether its passengers were kept waiting for so long that something must be done.
     *
     * @return whether it was at least 60 minutes late
     */
    public boolean severelyDelayed() {
        return delay >= SEVERE_DELAY;
    }
}
