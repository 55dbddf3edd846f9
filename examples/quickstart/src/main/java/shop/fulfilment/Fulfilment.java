package shop.fulfilment;

import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.EventContext;
import dev.eventfold.es.ProcessManager;
import dev.eventfold.es.Reacts;
import shop.Commands;
import shop.inventory.InventoryCommand;
import shop.inventory.InventoryEvent;
import shop.order.ConfirmOrder;
import shop.order.OrderPlaced;

@ProcessManager("fulfilment") // one instance for each order: the key picks it
public final class Fulfilment {
    private String sku; // the state of one instance: plain fields, stored as JSON
    private int quantity;

    @Reacts(aggregate = "order", event = "OrderPlaced", key = "orderId", starts = true)
    CommandEnvelope on(OrderPlaced event) {
        sku = event.sku();
        quantity = event.quantity();
        return Commands.to(event.sku(), new InventoryCommand.Reserve(event.orderId(), event.quantity()));
    }

    @Reacts(aggregate = "inventory", event = "Reserved", key = "orderId", ends = true)
    CommandEnvelope on(InventoryEvent.Reserved event, EventContext context) {
        return Commands.to(event.orderId(), new ConfirmOrder(context.instanceId()));
    }
}
