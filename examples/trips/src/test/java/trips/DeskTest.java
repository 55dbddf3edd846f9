package trips;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventfold.es.runtime.AggregateStore;
import dev.eventfold.es.runtime.DeadLetter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** At night a room could not be given back, and the seat waits for that. */
class DeskTest {
    private final AggregateStore store = AggregateStore.inMemory();
    private final Desk desk = new Desk(store);

    @BeforeEach
    void a_trip_without_a_car_is_undone_at_night() {
        store.execute(Commands.to("f", new FlightCommand.OfferFlight(1)));
        store.execute(Commands.to("h", new HotelCommand.OfferHotel(1)));
        store.execute(Commands.to("h", new HotelCommand.TakeCancellations(false)));
        store.execute(Commands.to("t", new PlanTrip("t", "f", "h", "g")));
        ProcessManagers.runAll(store);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void what_cannot_be_undone_waits_for_somebody() {
        assertThat(store.deadLetters("booking").list()).singleElement().satisfies(letter -> {
            assertThat(letter.id()).isEqualTo("t/1");
            assertThat(letter.error()).isEqualTo("CommandRejected: nobody is there");
        });
        assertThat(store.state(Trip.class, "t").outcome()).isEqualTo("planned");
        desk.retry();
        assertThat(store.deadLetters("booking").list().get(0).attempts()).isEqualTo(1);
    }

    @Test
    void in_the_morning_it_is_tried_again_and_the_rest_is_undone() {
        store.execute(Commands.to("h", new HotelCommand.TakeCancellations(true)));

        desk.retry();

        assertThat(store.deadLetters("booking").list()).isEmpty();
        assertThat(store.state(Trip.class, "t").outcome()).isEqualTo("called off: no cars left");
        assertThat(store.state(Flight.class, "f").seats()).isEqualTo(1);
    }

    @Test
    void what_is_given_up_is_kept_with_the_reason() throws IOException {
        desk.show();
        desk.evict("t/1", "the agency pays");

        assertThat(store.deadLetters("booking").all()).singleElement().satisfies(letter -> {
            assertThat(letter.state()).isEqualTo(DeadLetter.State.EVICTED);
            assertThat(letter.evictedBecause()).contains("the agency pays");
        });
    }

    @Test
    void what_is_left_is_handed_over(@TempDir Path directory) throws IOException {
        desk.export(directory.resolve("left.jsonl"));

        assertThat(Files.readAllLines(directory.resolve("left.jsonl")))
                .singleElement()
                .asString()
                .startsWith("{\"envelope\":{\"aggregate_type\":\"hotel\",\"instance_id\":\"h\","
                        + "\"command\":{\"type\":\"CancelHotel\",\"data\":{\"tripId\":\"t\"}}");
    }
}
