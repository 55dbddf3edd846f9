package billing;

import dev.eventfold.es.EventOf;

/** What happens to a subscription. */
@EventOf("subscription")
public sealed interface SubscriptionEvent {
    /** It began. */
    record Subscribed(int cents) implements SubscriptionEvent {}

    /** A month of it was paid for. */
    record Charged(int cents) implements SubscriptionEvent {}

    /** Nothing more is to be paid. */
    record Cancelled() implements SubscriptionEvent {}

    /** The customer was asked how it was. */
    record Asked() implements SubscriptionEvent {}
}
