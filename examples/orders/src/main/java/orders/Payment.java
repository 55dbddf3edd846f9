package orders;

import dev.eventfold.es.Aggregate;
import dev.eventfold.es.Applies;
import dev.eventfold.es.CommandContext;
import dev.eventfold.es.CommandRejected;
import dev.eventfold.es.Handles;
import java.util.Optional;

/** The payment of an order: asked for, then paid or given up; what is paid may be given back. */
@Aggregate("payment")
public record Payment(Status status) {
    /** How far it is. */
    public enum Status {
        /** Nobody asks for money. */
        NONE,
        /** Somebody does. */
        OPEN,
        /** It is there. */
        PAID,
        /** It is with who paid. */
        OVER
    }

    /** Nobody asks for money. */
    public Payment() {
        this(Status.NONE);
    }

    @Handles
    Optional<PaymentEvent.PaymentRequested> handle(PaymentCommand.RequestPayment command, CommandContext context) {
        return status == Status.NONE
                ? Optional.of(new PaymentEvent.PaymentRequested(context.instanceId(), command.cents()))
                : Optional.empty();
    }

    @Handles
    PaymentEvent.Paid handle(PaymentCommand.Pay command, CommandContext context) {
        if (status != Status.OPEN) {
            throw new CommandRejected("nothing is to be paid");
        }
        return new PaymentEvent.Paid(context.instanceId());
    }

    @Handles
    Optional<PaymentEvent> handle(PaymentCommand.CancelPayment command, CommandContext context) {
        return switch (status) {
            case OPEN -> Optional.of(new PaymentEvent.PaymentCancelled(context.instanceId()));
            case PAID -> Optional.of(new PaymentEvent.Refunded(context.instanceId()));
            case NONE, OVER -> Optional.empty();
        };
    }

    @Applies
    Payment apply(PaymentEvent.PaymentRequested event) {
        return new Payment(Status.OPEN);
    }

    @Applies
    Payment apply(PaymentEvent.Paid event) {
        return new Payment(Status.PAID);
    }

    @Applies
    Payment apply(PaymentEvent.PaymentCancelled event) {
        return new Payment(Status.OVER);
    }

    @Applies
    Payment apply(PaymentEvent.Refunded event) {
        return new Payment(Status.OVER);
    }
}
