package hotel;

import dev.eventfold.es.CommandFor;

@CommandFor("room")
public record HoldRoom(String bookingId, int nights) {}
