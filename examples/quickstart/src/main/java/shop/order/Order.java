package shop.order;

import dev.eventfold.es.Aggregate;
import dev.eventfold.es.Applies;
import dev.eventfold.es.Handles;
import java.util.Optional;

@Aggregate("order")
public final class Order { // a mutable class does as well as a record
    private boolean confirmed;

    @Handles
    OrderPlaced handle(PlaceOrder command) {
        return new OrderPlaced(command.orderId(), command.sku(), command.quantity());
    }

    @Handles
    Optional<OrderConfirmed> handle(ConfirmOrder command) { // nothing to say twice
        return confirmed ? Optional.empty() : Optional.of(new OrderConfirmed(command.sku()));
    }

    @Applies
    void apply(OrderPlaced event) {}

    @Applies
    void apply(OrderConfirmed event) {
        confirmed = true;
    }

    public boolean confirmed() {
        return confirmed;
    }
}
