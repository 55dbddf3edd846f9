package orders;

import dev.eventfold.es.EventOf;

/** What happens to the payment of an order. */
@EventOf("payment")
public sealed interface PaymentEvent {
    /** Money is asked for. */
    record PaymentRequested(String orderId, int cents) implements PaymentEvent {}

    /** It is there. */
    record Paid(String orderId) implements PaymentEvent {}

    /** It is not wanted any more. */
    record PaymentCancelled(String orderId) implements PaymentEvent {}

    /** It was given back. */
    record Refunded(String orderId) implements PaymentEvent {}
}
