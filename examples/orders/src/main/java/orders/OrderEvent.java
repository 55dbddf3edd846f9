package orders;

import dev.eventfold.es.EventOf;

/** What happens to an order. */
@EventOf("order")
public sealed interface OrderEvent {
    /** Somebody wants goods. */
    record OrderPlaced(String orderId, String sku, int quantity, int cents) implements OrderEvent {}

    /** He gets them. */
    record OrderConfirmed(String orderId, String parcel) implements OrderEvent {}

    /** He does not. */
    record OrderCancelled(String orderId, String reason) implements OrderEvent {}
}
