package trips;

import dev.eventfold.es.Aggregate;
import dev.eventfold.es.Applies;
import dev.eventfold.es.CommandRejected;
import dev.eventfold.es.Handles;

/** So many rooms of a hotel are left. At night nobody is there who would take a cancellation. */
@Aggregate("hotel")
public record Hotel(int rooms, boolean cancellable) {
    public Hotel() {
        this(0, true);
    }

    @Handles
    HotelEvent.HotelOffered handle(HotelCommand.OfferHotel command) {
        return new HotelEvent.HotelOffered(command.rooms());
    }

    @Handles
    HotelEvent.HotelBooked handle(HotelCommand.BookHotel command) {
        if (rooms == 0) {
            throw new CommandRejected("no rooms left");
        }
        return new HotelEvent.HotelBooked(command.tripId());
    }

    @Handles
    HotelEvent.HotelCancelled handle(HotelCommand.CancelHotel command) {
        if (!cancellable) {
            throw new CommandRejected("nobody is there");
        }
        return new HotelEvent.HotelCancelled(command.tripId());
    }

    @Handles
    HotelEvent.CancellationsTaken handle(HotelCommand.TakeCancellations command) {
        return new HotelEvent.CancellationsTaken(command.taken());
    }

    @Applies
    Hotel apply(HotelEvent.CancellationsTaken event) {
        return new Hotel(rooms, event.taken());
    }

    @Applies
    Hotel apply(HotelEvent.HotelOffered event) {
        return new Hotel(rooms + event.rooms(), cancellable);
    }

    @Applies
    Hotel apply(HotelEvent.HotelBooked event) {
        return new Hotel(rooms - 1, cancellable);
    }

    @Applies
    Hotel apply(HotelEvent.HotelCancelled event) {
        return new Hotel(rooms + 1, cancellable);
    }
}
