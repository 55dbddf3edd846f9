package trips;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventfold.es.runtime.AggregateStore;
import dev.eventfold.es.runtime.DeadLetter;
import dev.eventfold.es.runtime.ProcessManagerReport;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Trips that come about, and trips that are undone, each in the order of what happens. */
class BookingTest {
    private final AggregateStore store = AggregateStore.inMemory();

    @AfterEach
    void close() {
        store.close();
    }

    private ProcessManagerReport plan(int seats, int rooms, int cars) {
        store.execute(Commands.to("f", new FlightCommand.OfferFlight(seats)));
        store.execute(Commands.to("h", new HotelCommand.OfferHotel(rooms)));
        store.execute(Commands.to("g", new GarageCommand.OfferGarage(cars)));
        store.execute(Commands.to("t", new PlanTrip("t", "f", "h", "g")));
        return ProcessManagers.runAll(store);
    }

    /** The names of the events after the three offers. */
    private List<String> happened() {
        return store.events(0, 0).skip(3).map(event -> event.event()).toList();
    }

    @Test
    void a_trip_is_confirmed_when_all_of_it_is_booked() {
        plan(1, 1, 1);

        assertThat(happened())
                .containsExactly("TripPlanned", "FlightBooked", "HotelBooked", "GarageBooked", "Confirmed");
        assertThat(store.state(Trip.class, "t").outcome()).isEqualTo("confirmed");
    }

    @Test
    void without_a_car_the_room_is_given_back_and_then_the_seat() {
        ProcessManagerReport report = plan(1, 1, 0);

        assertThat(happened())
                .containsExactly(
                        "TripPlanned", "FlightBooked", "HotelBooked", "HotelCancelled", "FlightCancelled", "CalledOff");
        assertThat(store.state(Trip.class, "t").outcome()).isEqualTo("called off: no cars left");
        assertThat(store.state(Flight.class, "f").seats()).isEqualTo(1);
        assertThat(store.state(Hotel.class, "h").rooms()).isEqualTo(1);
        assertThat(report.rejected()).isEqualTo(1);
        assertThat(report.deadLettered()).isZero();
    }

    @Test
    void without_a_room_only_the_seat_is_given_back() {
        plan(1, 0, 1);

        assertThat(happened()).containsExactly("TripPlanned", "FlightBooked", "FlightCancelled", "CalledOff");
        assertThat(store.state(Garage.class, "g").cars()).isEqualTo(1);
    }

    @Test
    void without_a_seat_there_is_nothing_to_undo() {
        plan(0, 1, 1);

        assertThat(happened()).containsExactly("TripPlanned", "CalledOff");
        assertThat(store.state(Trip.class, "t").outcome()).isEqualTo("called off: no seats left");
    }

    @Test
    void the_trips_of_others_are_booked_all_the_same() {
        plan(2, 2, 1);
        store.execute(Commands.to("u", new PlanTrip("u", "f", "h", "g")));

        ProcessManagers.runAll(store);

        assertThat(store.state(Trip.class, "t").outcome()).isEqualTo("confirmed");
        assertThat(store.state(Trip.class, "u").outcome()).isEqualTo("called off: no cars left");
        assertThat(store.deadLetters("booking").all().map(DeadLetter::id)).isEmpty();
    }
}
