package trips;

import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.OnRejection;
import dev.eventfold.es.ProcessManager;
import dev.eventfold.es.Reacts;
import dev.eventfold.es.Rejection;

/** Books what a trip consists of, one after the other. When one of them is refused, what is booked so far is undone in reverse. */
@ProcessManager(value = "booking", key = "tripId")
public final class Booking {
    private String flight;
    private String hotel;
    private String garage;
    private String reason;

    @Reacts(aggregate = "trip", event = "TripPlanned", starts = true, sends = FlightCommand.BookFlight.class)
    CommandEnvelope on(TripPlanned event) {
        flight = event.flight();
        hotel = event.hotel();
        garage = event.garage();
        return Commands.to(flight, new FlightCommand.BookFlight(event.tripId()));
    }

    @Reacts(aggregate = "flight", event = "FlightBooked", sends = HotelCommand.BookHotel.class)
    CommandEnvelope on(FlightEvent.FlightBooked event) {
        return Commands.to(hotel, new HotelCommand.BookHotel(event.tripId()));
    }

    @Reacts(aggregate = "hotel", event = "HotelBooked", sends = GarageCommand.BookGarage.class)
    CommandEnvelope on(HotelEvent.HotelBooked event) {
        return Commands.to(garage, new GarageCommand.BookGarage(event.tripId()));
    }

    @Reacts(aggregate = "garage", event = "GarageBooked", ends = true, sends = CloseTrip.Confirm.class)
    CommandEnvelope on(GarageEvent.GarageBooked event) {
        return Commands.to(event.tripId(), new CloseTrip.Confirm(event.tripId()));
    }

    @OnRejection(sends = HotelCommand.CancelHotel.class)
    CommandEnvelope refused(GarageCommand.BookGarage command, Rejection why) {
        reason = why.message();
        return Commands.to(hotel, new HotelCommand.CancelHotel(command.tripId()));
    }

    @Reacts(aggregate = "hotel", event = "HotelCancelled", sends = FlightCommand.CancelFlight.class)
    CommandEnvelope on(HotelEvent.HotelCancelled event) {
        return Commands.to(flight, new FlightCommand.CancelFlight(event.tripId()));
    }

    @OnRejection(sends = FlightCommand.CancelFlight.class)
    CommandEnvelope refused(HotelCommand.BookHotel command, Rejection why) {
        reason = why.message();
        return Commands.to(flight, new FlightCommand.CancelFlight(command.tripId()));
    }

    @Reacts(aggregate = "flight", event = "FlightCancelled", ends = true, sends = CloseTrip.CallOff.class)
    CommandEnvelope on(FlightEvent.FlightCancelled event) {
        return Commands.to(event.tripId(), new CloseTrip.CallOff(event.tripId(), reason));
    }

    @OnRejection(ends = true, sends = CloseTrip.CallOff.class)
    CommandEnvelope refused(FlightCommand.BookFlight command, Rejection why) {
        return Commands.to(command.tripId(), new CloseTrip.CallOff(command.tripId(), why.message()));
    }
}
