package billing;

import dev.eventfold.es.Aggregate;
import dev.eventfold.es.Applies;
import dev.eventfold.es.CommandRejected;
import dev.eventfold.es.Handles;
import java.util.Optional;

/** What a customer has paid. */
@Aggregate("subscription")
public record Subscription(boolean active, int paid, boolean asked) {
    /** Nobody has subscribed. */
    public Subscription() {
        this(false, 0, false);
    }

    @Handles
    SubscriptionEvent handle(SubscriptionCommand.Subscribe command) {
        if (active) {
            throw new CommandRejected("the subscription has begun already");
        }
        return new SubscriptionEvent.Subscribed(command.cents());
    }

    @Handles
    SubscriptionEvent handle(SubscriptionCommand.Charge command) {
        return new SubscriptionEvent.Charged(command.cents());
    }

    @Handles
    Optional<SubscriptionEvent> handle(SubscriptionCommand.Cancel command) {
        return active ? Optional.of(new SubscriptionEvent.Cancelled()) : Optional.empty();
    }

    @Handles
    SubscriptionEvent handle(SubscriptionCommand.Ask command) {
        return new SubscriptionEvent.Asked();
    }

    @Applies
    Subscription apply(SubscriptionEvent.Subscribed event) {
        return new Subscription(true, paid, asked);
    }

    @Applies
    Subscription apply(SubscriptionEvent.Charged event) {
        return new Subscription(active, paid + event.cents(), asked);
    }

    @Applies
    Subscription apply(SubscriptionEvent.Cancelled event) {
        return new Subscription(false, paid, asked);
    }

    @Applies
    Subscription apply(SubscriptionEvent.Asked event) {
        return new Subscription(active, paid, true);
    }
}
