package hotel;

import dev.eventfold.es.Aggregate;
import dev.eventfold.es.Applies;
import dev.eventfold.es.Handles;

@Aggregate("booking")
public record Booking(boolean confirmed, int paid) {
    public Booking() {
        this(false, 0);
    }

    @Handles
    BookingMade handle(BookingCommand.Book command) {
        return new BookingMade(command.bookingId(), command.room(), command.guest(), command.nights());
    }

    @Handles
    BookingPaid handle(BookingCommand.Pay command) {
        return new BookingPaid(command.bookingId(), command.amount().intValue());
    }

    @Handles
    BookingConfirmed handle(BookingCommand.Confirm command) {
        return new BookingConfirmed(command.bookingId());
    }

    @Applies
    Booking apply(BookingMade event) {
        return this;
    }

    @Applies
    Booking apply(BookingPaid event) {
        return new Booking(confirmed, paid + event.amount());
    }

    @Applies
    Booking apply(BookingConfirmed event) {
        return new Booking(true, paid);
    }
}
