package shop;

import dev.eventfold.es.spi.AggregateDefinition;
import dev.eventfold.es.spi.EventfoldGenerated;
import dev.eventfold.es.spi.GeneratedModule;
import dev.eventfold.es.spi.ProcessManagerDefinition;
import dev.eventfold.es.spi.ProjectionDefinition;
import java.util.List;
import javax.annotation.processing.Generated;

/** What this module brings, found through {@link java.util.ServiceLoader}. Generated; do not edit. */
@Generated("dev.eventfold.es.processor.EventfoldProcessor")
@EventfoldGenerated(
    from = {
        "shop.Shop.Audit",
        "shop.Shop.Desk",
        "shop.Shop.Order",
        "shop.Shop.Scribe"
    })
public final class EventfoldModule implements GeneratedModule {
    /** For {@link java.util.ServiceLoader}. */
    public EventfoldModule() {}

    @Override
    public List<AggregateDefinition<?>> aggregates() {
        return List.of(new Shop_OrderDefinition());
    }

    @Override
    public List<ProcessManagerDefinition<?>> processManagers() {
        return List.of(
                new Shop_AuditDefinition(),
                new Shop_DeskDefinition());
    }

    @Override
    public List<ProjectionDefinition<?>> projections() {
        return List.of(new Shop_ScribeDefinition());
    }
}
