package orders.planted;

import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.Receives;
import dev.eventfold.es.StartFrom;
import dev.eventfold.es.Subscriber;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import orders.Commands;
import orders.InventoryCommand;
import orders.OrderEvent;

/** Puts back what was put aside for orders that are cancelled, and remembers in a field what that was: a crash makes it forget. */
@Subscriber(value = "restocker", startFrom = StartFrom.BEGINNING)
public final class Restocker {
    private final Map<String, String> skus = new HashMap<>();

    @Receives
    void on(OrderEvent.OrderPlaced event) {
        skus.put(event.orderId(), event.sku());
    }

    @Receives
    Optional<CommandEnvelope> on(OrderEvent.OrderCancelled event) {
        return Optional.ofNullable(skus.remove(event.orderId()))
                .map(sku -> Commands.to(sku, new InventoryCommand.Release(event.orderId())));
    }
}
