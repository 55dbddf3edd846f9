package desk;

import dev.eventfold.es.RecordedEvent;
import dev.eventfold.es.spi.EventType;
import dev.eventfold.es.spi.EventfoldGenerated;
import dev.eventfold.es.spi.Evolution;
import dev.eventfold.es.spi.PayloadCodec;
import dev.eventfold.es.spi.ProjectionDefinition;
import dev.eventfold.es.spi.Subscription;
import dev.eventfold.es.spi.Upcaster;
import java.util.List;
import javax.annotation.processing.Generated;

/** What {@link Sales.Turnover} projects and how, as the run time calls it. Generated from it; do not edit. */
@Generated("dev.eventfold.es.processor.EventfoldProcessor")
@EventfoldGenerated(
    from = {
        "desk.OrderEvent.Paid",
        "desk.OrderEvent.Placed",
        "desk.OrderEvent.Shipped",
        "desk.Sales.Turnover"
    })
public final class Sales_TurnoverDefinition implements ProjectionDefinition<Sales.Turnover> {
    /** For the module class. */
    public Sales_TurnoverDefinition() {}

    @Override
    public String name() {
        return "turnover";
    }

    @Override
    public Class<Sales.Turnover> type() {
        return Sales.Turnover.class;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String wiring() {
        return "8a4ec16d5e211e5f";
    }

    @Override
    public boolean keyed() {
        return false;
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
                new Subscription(Subscription.ANY, Subscription.ANY, false, false),
                new Subscription("order", "Ordered", false, false),
                new Subscription("order", "Paid", false, false),
                new Subscription("order", "Placed", false, false),
                new Subscription("order", "Shipped", false, false));
    }

    @Override
    public List<PayloadCodec> codecs() {
        return List.of(
                new OrderEventCodec(),
                new SalesCodec());
    }

    @Override
    public Sales.Turnover initial() {
        return new Sales.Turnover();
    }

    @Override
    public List<String> keys(RecordedEvent event) {
        return List.of("");
    }

    @Override
    public Sales.Turnover project(Sales.Turnover state, RecordedEvent event) {
        return switch (event.aggregate()) {
            case "order" -> projectFromOrder(state, event);
            default -> projectFromAnyAggregate(state, event);
        };
    }

    private Sales.Turnover projectFromAnyAggregate(Sales.Turnover state, RecordedEvent event) {
        return state.others(event);
    }

    private Sales.Turnover projectFromOrder(Sales.Turnover state, RecordedEvent event) {
        return switch (event.event()) {
            case "Ordered", "Placed" -> state.on(event.as(OrderEvent.Placed.class));
            case "Paid" -> state.on(event.as(OrderEvent.Paid.class));
            case "Shipped" -> state.on(event.as(OrderEvent.Shipped.class));
            default -> projectFromAnyAggregate(state, event);
        };
    }
}
