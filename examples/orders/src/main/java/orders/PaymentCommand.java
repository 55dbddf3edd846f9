package orders;

import dev.eventfold.es.CommandFor;

/** What can be done about the payment of an order. */
@CommandFor("payment")
public sealed interface PaymentCommand {
    /** Asks for money. */
    record RequestPayment(int cents) implements PaymentCommand {}

    /** Pays. */
    record Pay() implements PaymentCommand {}

    /** Asks no more, or gives the money back. */
    record CancelPayment() implements PaymentCommand {}
}
