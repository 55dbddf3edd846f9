package hotel;

import dev.eventfold.es.EventOf;
import java.util.Optional;

/** The first version called it BookingMade, and did not know through which channel. */
@EventOf(value = "booking", formerly = "BookingMade")
public record Booked(String bookingId, String room, String guest, int nights, Optional<String> channel) {}
