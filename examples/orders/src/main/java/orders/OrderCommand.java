package orders;

import dev.eventfold.es.CommandFor;

/** What can be done about an order. */
@CommandFor("order")
public sealed interface OrderCommand {
    /** Asks for goods. */
    record PlaceOrder(String orderId, String sku, int quantity, int cents) implements OrderCommand {}

    /** They are on their way. */
    record ConfirmOrder(String parcel) implements OrderCommand {}

    /** Nothing comes of it. */
    record CancelOrder(String reason) implements OrderCommand {}
}
