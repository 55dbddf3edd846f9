package hotel;

import dev.eventfold.es.CommandFor;

@CommandFor("room")
public record HandKey(String bookingId, String guest) {}
