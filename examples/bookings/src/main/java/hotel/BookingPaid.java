package hotel;

import dev.eventfold.es.EventOf;
import dev.eventfold.es.Upcasts;
import java.math.BigDecimal;

/** The first version stored whole euros. */
@EventOf(value = "booking", version = 2)
public record BookingPaid(String bookingId, BigDecimal amount, String currency) {
    record V1(String bookingId, int amount) {}

    @Upcasts(from = 1)
    static BookingPaid inEuros(V1 old) {
        return new BookingPaid(old.bookingId(), BigDecimal.valueOf(old.amount()), "EUR");
    }
}
