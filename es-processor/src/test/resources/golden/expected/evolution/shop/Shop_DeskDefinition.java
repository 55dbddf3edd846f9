package shop;

import dev.eventfold.es.Effect;
import dev.eventfold.es.OnFailure;
import dev.eventfold.es.RecordedEvent;
import dev.eventfold.es.StartFrom;
import dev.eventfold.es.spi.EventType;
import dev.eventfold.es.spi.EventfoldGenerated;
import dev.eventfold.es.spi.Evolution;
import dev.eventfold.es.spi.PayloadCodec;
import dev.eventfold.es.spi.ProcessManagerDefinition;
import dev.eventfold.es.spi.Subscription;
import dev.eventfold.es.spi.Upcaster;
import java.util.List;
import javax.annotation.processing.Generated;

/** What {@link Shop.Desk} reacts to and how, as the run time calls it. Generated from it; do not edit. */
@Generated("dev.eventfold.es.processor.EventfoldProcessor")
@EventfoldGenerated(
    from = {
        "shop.Shop.Desk",
        "shop.Shop.Placed"
    })
public final class Shop_DeskDefinition implements ProcessManagerDefinition<Shop.Desk> {
    /** For the module class. */
    public Shop_DeskDefinition() {}

    @Override
    public String name() {
        return "desk";
    }

    @Override
    public Class<Shop.Desk> type() {
        return Shop.Desk.class;
    }

    @Override
    public boolean keyed() {
        return false;
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
    public Evolution evolution() {
        return Evolution.through(new Upcaster<>(1, Shop.Desk.V1.class, Shop.Desk::older));
    }

    @Override
    public List<EventType<?>> evolvedEvents() {
        return List.of(new EventType<>(
                "order",
                "Placed",
                Shop.Placed.class,
                Evolution.through(
                        new Upcaster<>(1, Shop.Placed.V1.class, Shop.Placed::older),
                        Upcaster.ofMembers(2, Shop.Placed::older))
                        .formerly("OrderMade", "made")));
    }

    @Override
    public List<Subscription> subscriptions() {
        return List.of(
                new Subscription("order", "OrderMade", false, false),
                new Subscription("order", "Placed", false, false),
                new Subscription("order", "made", false, false));
    }

    @Override
    public List<PayloadCodec> codecs() {
        return List.of(new ShopCodec());
    }

    @Override
    public Shop.Desk initial() {
        return new Shop.Desk();
    }

    @Override
    public List<String> keys(RecordedEvent event) {
        return List.of("");
    }

    @Override
    public List<Effect> react(Shop.Desk state, RecordedEvent event) {
        switch (event.event()) {
            case "OrderMade", "Placed", "made" -> state.on(event.as(Shop.Placed.class));
            default -> throw unknown(event);
        }
        return List.of();
    }
}
