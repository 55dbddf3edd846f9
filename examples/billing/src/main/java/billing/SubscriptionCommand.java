package billing;

import dev.eventfold.es.CommandFor;

/** What can be done about a subscription. */
@CommandFor("subscription")
public sealed interface SubscriptionCommand {
    /** Begins it. */
    record Subscribe(int cents) implements SubscriptionCommand {}

    /** Takes the price of one month. */
    record Charge(int cents) implements SubscriptionCommand {}

    /** Ends it. */
    record Cancel() implements SubscriptionCommand {}

    /** Asks the customer how it was. */
    record Ask() implements SubscriptionCommand {}
}
