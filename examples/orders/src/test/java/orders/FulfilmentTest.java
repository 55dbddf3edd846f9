package orders;

import dev.eventfold.es.CommandRejected;
import dev.eventfold.es.test.ProcessManagerFixture;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FulfilmentTest {
    private static final OrderEvent PLACED = new OrderEvent.OrderPlaced("ann", "bicycle", 2, 90_000);
    private static final InventoryEvent RESERVED = new InventoryEvent.Reserved("ann", 2);

    @Test
    void goods_that_are_there_are_to_be_paid_within_the_hour() {
        ProcessManagerFixture.of(Fulfilment.class)
                .given(PLACED)
                .when(RESERVED)
                .expectCommands(Commands.to("ann", new PaymentCommand.RequestPayment(90_000)))
                .expectTimeout(FulfilmentTimeouts.PAYMENT, Duration.ofHours(1));
    }

    @Test
    void who_pays_in_time_has_his_goods_sent_and_is_waited_for_no_more() {
        ProcessManagerFixture.of(Fulfilment.class)
                .given(PLACED, RESERVED)
                .when(new PaymentEvent.Paid("ann"))
                .expectCommands(Commands.to("ann", new ShipmentCommand.RequestShipment("bicycle", 2)))
                .expectNoTimeout(FulfilmentTimeouts.PAYMENT);
    }

    @Test
    void what_is_not_paid_is_undone() {
        ProcessManagerFixture.of(Fulfilment.class)
                .given(PLACED, RESERVED)
                .whenTimeElapses(Duration.ofHours(1))
                .expectCommands(
                        Commands.to("ann", new PaymentCommand.CancelPayment()),
                        Commands.to("bicycle", new InventoryCommand.Release("ann")),
                        Commands.to("ann", new OrderCommand.CancelOrder("not paid in time")))
                .expectEnded();
    }

    @Test
    void without_goods_there_is_nothing_to_undo() {
        ProcessManagerFixture.of(Fulfilment.class)
                .given(PLACED)
                .whenRejected(new InventoryCommand.Reserve("ann", 2), new CommandRejected("only 1 available"))
                .expectCommands(Commands.to("ann", new OrderCommand.CancelOrder("only 1 available")))
                .expectEnded();
    }

    @Test
    void what_the_carrier_does_not_take_is_undone() {
        ProcessManagerFixture.of(Fulfilment.class)
                .given(PLACED, RESERVED, new PaymentEvent.Paid("ann"))
                .when(new ShipmentEvent.ShipmentRefused("ann", "no room"))
                .expectCommands(
                        Commands.to("ann", new PaymentCommand.CancelPayment()),
                        Commands.to("bicycle", new InventoryCommand.Release("ann")),
                        Commands.to("ann", new OrderCommand.CancelOrder("no room")))
                .expectEnded();
    }
}
