package flights.route;

import dev.eventfold.es.CommandFor;
import java.time.LocalDateTime;

/**
 * A flight has landed: write it down.
 *
 * @param departure when it left, in the local time of its origin
 * @param delay how many minutes late it landed; negative when it was early
 * @param distance how far it flew, in miles
 * @param origin the airport that it came from
 * @param destination the airport that it landed at
 */
@CommandFor("route")
public record RecordLanding(LocalDateTime departure, int delay, int distance, String origin, String destination) {}
