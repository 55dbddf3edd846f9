package orders;

import dev.eventfold.es.Aggregate;
import dev.eventfold.es.Applies;
import dev.eventfold.es.CommandContext;
import dev.eventfold.es.CommandRejected;
import dev.eventfold.es.Handles;
import java.util.Optional;

/** An order: placed, then confirmed or cancelled. */
@Aggregate("order")
public record Order(Status status) {
    /** How far it is. */
    public enum Status {
        /** Nobody has placed it. */
        NONE,
        /** It is being seen to. */
        PLACED,
        /** The goods are on their way. */
        CONFIRMED,
        /** Nothing came of it. */
        CANCELLED
    }

    /** Nobody has placed it. */
    public Order() {
        this(Status.NONE);
    }

    @Handles
    OrderEvent.OrderPlaced handle(OrderCommand.PlaceOrder command) {
        if (status != Status.NONE) {
            throw new CommandRejected("there is such an order");
        }
        return new OrderEvent.OrderPlaced(command.orderId(), command.sku(), command.quantity(), command.cents());
    }

    @Handles
    Optional<OrderEvent.OrderConfirmed> handle(OrderCommand.ConfirmOrder command, CommandContext context) {
        return status == Status.PLACED
                ? Optional.of(new OrderEvent.OrderConfirmed(context.instanceId(), command.parcel()))
                : Optional.empty();
    }

    @Handles
    Optional<OrderEvent.OrderCancelled> handle(OrderCommand.CancelOrder command, CommandContext context) {
        return status == Status.PLACED
                ? Optional.of(new OrderEvent.OrderCancelled(context.instanceId(), command.reason()))
                : Optional.empty();
    }

    @Applies
    Order apply(OrderEvent.OrderPlaced event) {
        return new Order(Status.PLACED);
    }

    @Applies
    Order apply(OrderEvent.OrderConfirmed event) {
        return new Order(Status.CONFIRMED);
    }

    @Applies
    Order apply(OrderEvent.OrderCancelled event) {
        return new Order(Status.CANCELLED);
    }
}
