package trips;

import dev.eventfold.es.CommandFor;

/** What can be asked of a hotel. */
@CommandFor("hotel")
public sealed interface HotelCommand {
    record BookHotel(String tripId) implements HotelCommand {}

    record CancelHotel(String tripId) implements HotelCommand {}

    record TakeCancellations(boolean taken) implements HotelCommand {}

    record OfferHotel(int rooms) implements HotelCommand {}
}
