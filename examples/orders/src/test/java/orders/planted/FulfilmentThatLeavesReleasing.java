package orders.planted;

import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.Effect;
import dev.eventfold.es.EventContext;
import dev.eventfold.es.OnRejection;
import dev.eventfold.es.OnTimeout;
import dev.eventfold.es.ProcessManager;
import dev.eventfold.es.Reacts;
import dev.eventfold.es.Rejection;
import java.time.Duration;
import java.util.List;
import orders.Commands;
import orders.InventoryCommand;
import orders.InventoryEvent;
import orders.OrderCommand;
import orders.OrderEvent;
import orders.PaymentCommand;
import orders.PaymentEvent;
import orders.ShipmentCommand;
import orders.ShipmentEvent;

/** Leaves it to {@link Restocker} to put goods back, and undoes all else. */
@ProcessManager(value = "fulfilment-that-leaves-releasing", key = "orderId")
public final class FulfilmentThatLeavesReleasing {
    private static final Duration PATIENCE = Duration.ofHours(1);

    private String sku = "";
    private int quantity;
    private int cents;

    @Reacts(aggregate = "order", event = "OrderPlaced", starts = true, sends = InventoryCommand.Reserve.class)
    CommandEnvelope on(OrderEvent.OrderPlaced event) {
        sku = event.sku();
        quantity = event.quantity();
        cents = event.cents();
        return Commands.to(sku, new InventoryCommand.Reserve(event.orderId(), quantity));
    }

    @OnRejection(ends = true, sends = OrderCommand.CancelOrder.class)
    CommandEnvelope refused(InventoryCommand.Reserve command, Rejection why) {
        return Commands.to(command.orderId(), new OrderCommand.CancelOrder(why.message()));
    }

    @Reacts(aggregate = "inventory", event = "Reserved", sends = PaymentCommand.RequestPayment.class)
    List<Effect> on(InventoryEvent.Reserved event) {
        return List.of(
                Commands.to(event.orderId(), new PaymentCommand.RequestPayment(cents)),
                FulfilmentThatLeavesReleasingTimeouts.PAYMENT.after(PATIENCE));
    }

    @OnTimeout(
            value = "payment",
            ends = true,
            sends = {PaymentCommand.CancelPayment.class, OrderCommand.CancelOrder.class})
    List<CommandEnvelope> notPaid(EventContext context) {
        return undo(context.key(), "not paid in time");
    }

    @Reacts(aggregate = "payment", event = "Paid", sends = ShipmentCommand.RequestShipment.class)
    List<Effect> on(PaymentEvent.Paid event) {
        return List.of(
                FulfilmentThatLeavesReleasingTimeouts.PAYMENT.cancel(),
                Commands.to(event.orderId(), new ShipmentCommand.RequestShipment(sku, quantity)));
    }

    @Reacts(aggregate = "shipment", event = "PickedUp", ends = true, sends = OrderCommand.ConfirmOrder.class)
    CommandEnvelope on(ShipmentEvent.PickedUp event) {
        return Commands.to(event.orderId(), new OrderCommand.ConfirmOrder(event.parcel()));
    }

    @Reacts(
            aggregate = "shipment",
            event = "ShipmentRefused",
            ends = true,
            sends = {PaymentCommand.CancelPayment.class, OrderCommand.CancelOrder.class})
    List<CommandEnvelope> on(ShipmentEvent.ShipmentRefused event) {
        return undo(event.orderId(), event.reason());
    }

    private List<CommandEnvelope> undo(String orderId, String reason) {
        return List.of(
                Commands.to(orderId, new PaymentCommand.CancelPayment()),
                Commands.to(orderId, new OrderCommand.CancelOrder(reason)));
    }
}
