package orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.eventfold.es.runtime.AggregateStore;
import dev.eventfold.es.runtime.DeadLetter;
import dev.eventfold.es.runtime.ProcessManagerReport;
import dev.eventfold.es.runtime.Subscription;
import dev.eventfold.es.test.SubscriberFixture;
import dev.eventfold.es.test.TestClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The whole shop. */
@Timeout(60)
class OrdersTest {
    private final TestClock clock = TestClock.at("2026-11-01T00:00:00Z");
    private final AggregateStore store = AggregateStore.builder().clock(clock).inMemory();
    private final World world = new World();
    private final Subscription carrier = store.subscribe(new Carrier(world));

    @BeforeEach
    void order() {
        store.execute(Commands.to("bicycle", new InventoryCommand.Stock(3)));
        store.execute(Commands.to("ann", new OrderCommand.PlaceOrder("ann", "bicycle", 2, 90_000)));
        run();
    }

    @AfterEach
    void close() {
        store.close();
    }

    /** The one of the shop: the tests have others beside it. */
    private ProcessManagerReport run() {
        return ProcessManagers.run(store, "fulfilment");
    }

    private List<String> page() {
        return store.projection(OrderPage.class, "ann").orElseThrow().lines();
    }

    @Test
    void an_order_that_is_paid_is_sent() {
        store.execute(Commands.to("ann", new PaymentCommand.Pay()));
        run();
        carrier.catchUp();
        run();

        assertThat(page())
                .containsExactly("ordered 2 of bicycle", "to be paid: 90000", "paid, thank you", "sent as parcel-1");
        assertThat(store.processes("fulfilment").keys()).isEmpty();
    }

    @Test
    void what_the_carrier_has_no_room_for_is_paid_back_and_can_be_sold_again() {
        world.hasRoomNextTime(false);
        store.execute(Commands.to("ann", new PaymentCommand.Pay()));
        run();
        carrier.catchUp();
        run();

        assertThat(page()).endsWith("the money is on its way back", "cancelled: no room");
        assertThat(store.state(Inventory.class, "bicycle").available()).isEqualTo(3);
    }

    @Test
    void what_cannot_be_put_back_during_a_count_is_a_dead_letter_and_put_back_when_it_is_tried_again() {
        store.execute(Commands.to("bicycle", new InventoryCommand.BeginCount()));
        for (int hour = 0; hour < 12; hour++) {
            clock.advance(Duration.ofHours(1));
            run();
        }

        assertThat(store.deadLetters("fulfilment").list())
                .extracting(DeadLetter::cause, DeadLetter::parkedBehind)
                .containsExactly(tuple(DeadLetter.Cause.RETRIES_EXHAUSTED, 1L));
        assertThat(page()).doesNotContain("cancelled: not paid in time");

        store.execute(Commands.to("bicycle", new InventoryCommand.EndCount()));
        store.deadLetters("fulfilment").retryAll();

        assertThat(page()).endsWith("cancelled: not paid in time");
        assertThat(store.state(Inventory.class, "bicycle").available()).isEqualTo(3);
    }

    @Test
    void a_carrier_is_asked_with_the_same_key_when_the_event_comes_again() {
        SubscriberFixture.of(new Carrier(world))
                .whenFrom("ann", new ShipmentEvent.ShipmentRequested("ann", "bicycle", 2))
                .expectCommands(Commands.to("ann", new ShipmentCommand.RecordPickup("parcel-1")))
                .whenAgain()
                .expectCommands(Commands.to("ann", new ShipmentCommand.RecordPickup("parcel-1")));

        assertThat(world.taken()).hasSize(1);
    }
}
