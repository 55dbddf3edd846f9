package hotel;

import dev.eventfold.es.EventOf;

@EventOf("booking")
public record BookingMade(String bookingId, String room, String guest, int nights) {}
