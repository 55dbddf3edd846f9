package dev.eventfold.es.test.shop;

import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.EventContext;
import dev.eventfold.es.Receives;
import dev.eventfold.es.StartFrom;
import dev.eventfold.es.Subscriber;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Writes letters, and cancels orders that no letter can be written for. */
@Subscriber(value = "clerk", startFrom = StartFrom.NOW)
public final class Clerk {
    private final List<String> letters;

    public Clerk(List<String> letters) {
        this.letters = letters;
    }

    @Receives
    Optional<CommandEnvelope> on(OrderPlaced event, EventContext context) throws IOException {
        if (event.quantity() < 0) {
            throw new IOException("the printer is on fire");
        }
        if (event.sku().isEmpty()) {
            return Optional.of(Commands.to(event.orderId(), new CancelOrder("no sku")));
        }
        letters.add(context.instanceId() + "@" + context.version() + " " + context.time());
        return Optional.empty();
    }
}
