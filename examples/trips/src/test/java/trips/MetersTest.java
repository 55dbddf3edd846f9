package trips;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventfold.es.runtime.AggregateStore;
import org.junit.jupiter.api.Test;

class MetersTest {
    @Test
    void a_store_is_counted_while_it_runs() {
        Meters meters = new Meters();
        try (AggregateStore store = AggregateStore.builder().listener(meters).inMemory()) {
            store.execute(Commands.to("LH-400", new FlightCommand.OfferFlight(5)));
            store.execute(Commands.to("Ritz", new HotelCommand.OfferHotel(5)));
            store.execute(Commands.to("trip-1", new PlanTrip("trip-1", "LH-400", "Ritz", "airport")));

            ProcessManagers.runAll(store);
        }

        assertThat(meters.counts())
                .containsEntry("commands{command=PlanTrip,outcome=EXECUTED}", 1L)
                .hasEntrySatisfying(
                        "dispatched{processManager=booking}",
                        dispatched -> assertThat(dispatched).isPositive());
    }
}
