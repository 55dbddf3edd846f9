package hotel;

import dev.eventfold.es.EventOf;

@EventOf("booking")
public record BookingPaid(String bookingId, int amount) {}
