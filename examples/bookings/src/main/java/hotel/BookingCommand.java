package hotel;

import dev.eventfold.es.CommandFor;
import java.math.BigDecimal;
import java.util.Optional;

@CommandFor("booking")
public sealed interface BookingCommand {
    record Book(String bookingId, String room, String guest, int nights, Optional<String> channel)
            implements BookingCommand {}

    record Pay(String bookingId, BigDecimal amount) implements BookingCommand {}

    record Confirm(String bookingId) implements BookingCommand {}
}
