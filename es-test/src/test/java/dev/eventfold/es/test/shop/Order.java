package dev.eventfold.es.test.shop;

import dev.eventfold.es.Aggregate;
import dev.eventfold.es.Applies;
import dev.eventfold.es.Handles;

@Aggregate("order")
public final class Order {
    @Handles
    OrderPlaced handle(PlaceOrder command) {
        return new OrderPlaced(command.orderId(), command.sku(), command.quantity());
    }

    @Handles
    OrderConfirmed handle(ConfirmOrder command) {
        return new OrderConfirmed(command.sku());
    }

    @Handles
    OrderCancelled handle(CancelOrder command) {
        return new OrderCancelled(command.why());
    }

    @Applies
    void apply(OrderPlaced event) {}

    @Applies
    void apply(OrderConfirmed event) {}

    @Applies
    void apply(OrderCancelled event) {}
}
