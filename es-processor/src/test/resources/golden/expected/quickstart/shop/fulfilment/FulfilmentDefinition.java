package shop.fulfilment;

import dev.eventfold.es.Effect;
import dev.eventfold.es.OnFailure;
import dev.eventfold.es.RecordedEvent;
import dev.eventfold.es.StartFrom;
import dev.eventfold.es.spi.EventfoldGenerated;
import dev.eventfold.es.spi.Keys;
import dev.eventfold.es.spi.PayloadCodec;
import dev.eventfold.es.spi.ProcessManagerDefinition;
import dev.eventfold.es.spi.Results;
import dev.eventfold.es.spi.Subscription;
import java.util.List;
import javax.annotation.processing.Generated;
import shop.inventory.InventoryEvent;
import shop.inventory.InventoryEventCodec;
import shop.order.OrderPlaced;
import shop.order.OrderPlacedCodec;

/** What {@link Fulfilment} reacts to and how, as the run time calls it. Generated from it; do not edit. */
@Generated("dev.eventfold.es.processor.EventfoldProcessor")
@EventfoldGenerated(
    from = {
        "shop.fulfilment.Fulfilment",
        "shop.inventory.InventoryEvent.Reserved",
        "shop.order.OrderPlaced"
    })
public final class FulfilmentDefinition implements ProcessManagerDefinition<Fulfilment> {
    /** For the module class. */
    public FulfilmentDefinition() {}

    @Override
    public String name() {
        return "fulfilment";
    }

    @Override
    public Class<Fulfilment> type() {
        return Fulfilment.class;
    }

    @Override
    public boolean keyed() {
        return true;
    }

    @Override
    public OnFailure onFailure() {
        return OnFailure.PARK;
    }

    @Override
    public StartFrom startFrom() {
        return StartFrom.UNSTATED;
    }

    @Override
    public boolean strict() {
        return false;
    }

    @Override
    public List<Subscription> subscriptions() {
        return List.of(
                new Subscription("inventory", "Reserved", false, true),
                new Subscription("order", "OrderPlaced", true, false));
    }

    @Override
    public List<PayloadCodec> codecs() {
        return List.of(
                new InventoryEventCodec(),
                new OrderPlacedCodec());
    }

    @Override
    public Fulfilment initial() {
        return new Fulfilment();
    }

    @Override
    public List<String> keys(RecordedEvent event) {
        return switch (event.aggregate()) {
            case "inventory" -> keysOfInventory(event);
            case "order" -> keysOfOrder(event);
            default -> throw unknown(event);
        };
    }

    private List<String> keysOfInventory(RecordedEvent event) {
        return switch (event.event()) {
            case "Reserved" -> Keys.one(event.as(InventoryEvent.Reserved.class).orderId());
            default -> throw unknown(event);
        };
    }

    private List<String> keysOfOrder(RecordedEvent event) {
        return switch (event.event()) {
            case "OrderPlaced" -> Keys.one(event.as(OrderPlaced.class).orderId());
            default -> throw unknown(event);
        };
    }

    @Override
    public List<Effect> react(Fulfilment state, RecordedEvent event) {
        return switch (event.aggregate()) {
            case "inventory" -> reactToInventory(state, event);
            case "order" -> reactToOrder(state, event);
            default -> throw unknown(event);
        };
    }

    private List<Effect> reactToInventory(Fulfilment state, RecordedEvent event) {
        return switch (event.event()) {
            case "Reserved" -> Results.one(state.on(event.as(InventoryEvent.Reserved.class), event));
            default -> throw unknown(event);
        };
    }

    private List<Effect> reactToOrder(Fulfilment state, RecordedEvent event) {
        return switch (event.event()) {
            case "OrderPlaced" -> Results.one(state.on(event.as(OrderPlaced.class)));
            default -> throw unknown(event);
        };
    }
}
