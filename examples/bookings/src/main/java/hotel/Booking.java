package hotel;

import dev.eventfold.es.Aggregate;
import dev.eventfold.es.Applies;
import dev.eventfold.es.Handles;
import java.math.BigDecimal;

/** A booking, from the wish to the payment. */
@Aggregate("booking")
public record Booking(boolean confirmed, BigDecimal paid, String currency) {
    public Booking() {
        this(false, BigDecimal.ZERO, "");
    }

    @Handles
    Booked handle(BookingCommand.Book command) {
        return new Booked(command.bookingId(), command.room(), command.guest(), command.nights(), command.channel());
    }

    @Handles
    BookingPaid handle(BookingCommand.Pay command) {
        return new BookingPaid(command.bookingId(), command.amount(), "EUR");
    }

    @Handles
    BookingConfirmed handle(BookingCommand.Confirm command) {
        return new BookingConfirmed(command.bookingId());
    }

    @Applies
    Booking apply(Booked event) {
        return this;
    }

    @Applies
    Booking apply(BookingPaid event) {
        return new Booking(confirmed, paid.add(event.amount()), event.currency());
    }

    @Applies
    Booking apply(BookingConfirmed event) {
        return new Booking(true, paid, currency);
    }
}
