package billing;

import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.Effect;
import dev.eventfold.es.EventContext;
import dev.eventfold.es.OnTimeout;
import dev.eventfold.es.ProcessManager;
import dev.eventfold.es.Reacts;
import dev.eventfold.es.Timeout;
import java.time.Duration;
import java.util.List;

/** Charges each subscription at the end of each month, until it is cancelled. */
@ProcessManager(value = "billing", key = Reacts.INSTANCE_ID)
public final class Billing {
    private static final Duration MONTH = Duration.ofDays(30);

    private int cents;

    @Reacts(starts = true)
    Timeout on(SubscriptionEvent.Subscribed event) {
        cents = event.cents();
        return BillingTimeouts.PERIOD_END.after(MONTH);
    }

    @OnTimeout(value = "period-end", sends = SubscriptionCommand.Charge.class)
    List<Effect> charge(EventContext context) {
        return List.of(
                Commands.to(context.key(), new SubscriptionCommand.Charge(cents)),
                BillingTimeouts.PERIOD_END.after(MONTH));
    }

    @Reacts(ends = true, sends = SubscriptionCommand.Ask.class)
    CommandEnvelope on(SubscriptionEvent.Cancelled event, EventContext context) {
        return Commands.to(context.key(), new SubscriptionCommand.Ask()).after(Duration.ofDays(3));
    }
}
