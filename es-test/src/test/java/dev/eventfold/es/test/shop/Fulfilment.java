package dev.eventfold.es.test.shop;

import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.Effect;
import dev.eventfold.es.EventContext;
import dev.eventfold.es.OnRejection;
import dev.eventfold.es.OnTimeout;
import dev.eventfold.es.ProcessManager;
import dev.eventfold.es.Reacts;
import dev.eventfold.es.Rejection;
import dev.eventfold.es.test.shop.InventoryCommand.Reserve;
import dev.eventfold.es.test.shop.InventoryEvent.Reserved;
import java.time.Duration;
import java.util.List;

@ProcessManager("fulfilment")
public final class Fulfilment {
    private String sku = "";
    private int quantity;

    public String sku() {
        return sku;
    }

    public int quantity() {
        return quantity;
    }

    @Reacts(key = "orderId", starts = true, sends = Reserve.class)
    List<Effect> on(OrderPlaced event) {
        if (event.quantity() < 0) {
            throw new IllegalArgumentException("less than nothing");
        }
        if (event.sku().isEmpty()) {
            return List.of(Commands.to(event.orderId(), new CancelOrder("no sku")));
        }
        sku = event.sku();
        quantity = event.quantity();
        return List.of(
                Commands.to(event.sku(), new Reserve(event.orderId(), event.quantity())),
                FulfilmentTimeouts.STOCK.after(Duration.ofHours(1)));
    }

    @Reacts(key = "orderId", ends = true, sends = ConfirmOrder.class)
    CommandEnvelope on(Reserved event, EventContext context) {
        return Commands.to(event.orderId(), new ConfirmOrder(context.instanceId()));
    }

    @OnTimeout(value = "stock", sends = CancelOrder.class)
    List<Effect> late(EventContext context) {
        return List.of(Commands.to(context.key(), new CancelOrder("late")), Effect.end());
    }

    @OnRejection(ends = true, sends = CancelOrder.class)
    CommandEnvelope on(Reserve command, Rejection why) {
        return Commands.to(command.orderId(), new CancelOrder(why.message()));
    }
}
