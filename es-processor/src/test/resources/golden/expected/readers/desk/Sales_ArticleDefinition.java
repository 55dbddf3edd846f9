package desk;

import dev.eventfold.es.RecordedEvent;
import dev.eventfold.es.spi.EventType;
import dev.eventfold.es.spi.EventfoldGenerated;
import dev.eventfold.es.spi.Evolution;
import dev.eventfold.es.spi.Keys;
import dev.eventfold.es.spi.PayloadCodec;
import dev.eventfold.es.spi.ProjectionDefinition;
import dev.eventfold.es.spi.Subscription;
import dev.eventfold.es.spi.Upcaster;
import java.util.List;
import javax.annotation.processing.Generated;

/** What {@link Sales.Article} projects and how, as the run time calls it. Generated from it; do not edit. */
@Generated("dev.eventfold.es.processor.EventfoldProcessor")
@EventfoldGenerated(
    from = {
        "desk.Delivered",
        "desk.OrderEvent.Placed",
        "desk.Sales.Article"
    })
public final class Sales_ArticleDefinition implements ProjectionDefinition<Sales.Article> {
    /** For the module class. */
    public Sales_ArticleDefinition() {}

    @Override
    public String name() {
        return "articles";
    }

    @Override
    public Class<Sales.Article> type() {
        return Sales.Article.class;
    }

    @Override
    public int version() {
        return 3;
    }

    @Override
    public String wiring() {
        return "4c08c7b428523e1d";
    }

    @Override
    public boolean keyed() {
        return true;
    }

    @Override
    public List<EventType<?>> evolvedEvents() {
        return List.of(new EventType<>(
                "order",
                "Placed",
                OrderEvent.Placed.class,
                Evolution.through(Upcaster.ofMembers(1, OrderEvent.Placed::of)).formerly("Ordered")));
    }

    @Override
    public List<Subscription> subscriptions() {
        return List.of(
                new Subscription("order", "Ordered", false, false),
                new Subscription("order", "Placed", false, false),
                new Subscription("stock", "Delivered", false, false));
    }

    @Override
    public List<PayloadCodec> codecs() {
        return List.of(
                new DeliveredCodec(),
                new OrderEventCodec(),
                new SalesCodec());
    }

    @Override
    public Sales.Article initial() {
        return new Sales.Article();
    }

    @Override
    public List<String> keys(RecordedEvent event) {
        return switch (event.aggregate()) {
            case "order" -> keysOfOrder(event);
            case "stock" -> keysOfStock(event);
            default -> throw unknown(event);
        };
    }

    private List<String> keysOfOrder(RecordedEvent event) {
        return switch (event.event()) {
            case "Ordered", "Placed" -> Keys.each(event.as(OrderEvent.Placed.class).skus(), key -> key);
            default -> throw unknown(event);
        };
    }

    private List<String> keysOfStock(RecordedEvent event) {
        return switch (event.event()) {
            case "Delivered" -> Keys.one(event.as(Delivered.class).sku());
            default -> throw unknown(event);
        };
    }

    @Override
    public Sales.Article project(Sales.Article state, RecordedEvent event) {
        return switch (event.aggregate()) {
            case "order" -> projectFromOrder(state, event);
            case "stock" -> projectFromStock(state, event);
            default -> throw unknown(event);
        };
    }

    private Sales.Article projectFromOrder(Sales.Article state, RecordedEvent event) {
        switch (event.event()) {
            case "Ordered", "Placed" -> state.on(event.as(OrderEvent.Placed.class));
            default -> throw unknown(event);
        }
        return state;
    }

    private Sales.Article projectFromStock(Sales.Article state, RecordedEvent event) {
        return switch (event.event()) {
            case "Delivered" -> state.on(event.as(Delivered.class), event);
            default -> throw unknown(event);
        };
    }
}
