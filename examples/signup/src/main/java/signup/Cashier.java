package signup;

import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.EventContext;
import dev.eventfold.es.Receives;
import dev.eventfold.es.StartFrom;
import dev.eventfold.es.Subscriber;
import java.io.IOException;

/** Has the fee of each confirmed account charged, and tells the account what came of it. */
@Subscriber(value = "cashier", startFrom = StartFrom.BEGINNING)
public final class Cashier {
    private final PaymentProvider provider;

    /**
     * Over some provider.
     *
     * @param provider takes the money
     */
    public Cashier(PaymentProvider provider) {
        this.provider = provider;
    }

    @Receives
    CommandEnvelope on(AccountEvent.EmailConfirmed event, EventContext context) throws IOException {
        String idempotencyKey = context.aggregate() + "/" + context.instanceId() + "/" + context.version();
        PaymentProvider.Answer answer = provider.charge(idempotencyKey, event.email(), event.cents());
        return answer instanceof PaymentProvider.Answer.Charged charged
                ? Commands.to(context.instanceId(), new AccountCommand.RecordCharge(charged.receipt()))
                : Commands.to(context.instanceId(), new AccountCommand.RecordRefusal(answer.toString()));
    }
}
