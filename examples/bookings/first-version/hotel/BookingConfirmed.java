package hotel;

import dev.eventfold.es.EventOf;

@EventOf("booking")
public record BookingConfirmed(String bookingId) {}
