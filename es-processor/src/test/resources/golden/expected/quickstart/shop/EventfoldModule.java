package shop;

import dev.eventfold.es.spi.AggregateDefinition;
import dev.eventfold.es.spi.EventfoldGenerated;
import dev.eventfold.es.spi.GeneratedModule;
import dev.eventfold.es.spi.ProcessManagerDefinition;
import java.util.List;
import javax.annotation.processing.Generated;
import shop.fulfilment.FulfilmentDefinition;
import shop.inventory.InventoryDefinition;
import shop.order.OrderDefinition;

/** What this module brings, found through {@link java.util.ServiceLoader}. Generated; do not edit. */
@Generated("dev.eventfold.es.processor.EventfoldProcessor")
@EventfoldGenerated(
    from = {
        "shop.fulfilment.Fulfilment",
        "shop.inventory.Inventory",
        "shop.order.Order"
    })
public final class EventfoldModule implements GeneratedModule {
    /** For {@link java.util.ServiceLoader}. */
    public EventfoldModule() {}

    @Override
    public List<AggregateDefinition<?>> aggregates() {
        return List.of(
                new InventoryDefinition(),
                new OrderDefinition());
    }

    @Override
    public List<ProcessManagerDefinition<?>> processManagers() {
        return List.of(new FulfilmentDefinition());
    }
}
