package shop;

import dev.eventfold.es.RecordedEvent;
import dev.eventfold.es.spi.AggregateDefinition;
import dev.eventfold.es.spi.CommandType;
import dev.eventfold.es.spi.EventType;
import dev.eventfold.es.spi.EventfoldGenerated;
import dev.eventfold.es.spi.Evolution;
import dev.eventfold.es.spi.PayloadCodec;
import dev.eventfold.es.spi.ReceivedCommand;
import dev.eventfold.es.spi.Results;
import dev.eventfold.es.spi.Upcaster;
import java.util.List;
import javax.annotation.processing.Generated;

/** What {@link Shop.Order} decides and applies, as the run time calls it. Generated from it; do not edit. */
@Generated("dev.eventfold.es.processor.EventfoldProcessor")
@EventfoldGenerated(
    from = {
        "shop.Shop.Order",
        "shop.Shop.Place",
        "shop.Shop.Placed"
    })
public final class Shop_OrderDefinition implements AggregateDefinition<Shop.Order> {
    /** For the module class. */
    public Shop_OrderDefinition() {}

    @Override
    public String name() {
        return "order";
    }

    @Override
    public Class<Shop.Order> type() {
        return Shop.Order.class;
    }

    @Override
    public List<CommandType<?>> commands() {
        return List.of(new CommandType<>(
                "order",
                "Place",
                Shop.Place.class,
                Evolution.through(Upcaster.ofMembers(1, Shop.Place::older)).formerly("MakeOrder")));
    }

    @Override
    public List<EventType<?>> events() {
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
    public List<PayloadCodec> codecs() {
        return List.of(new ShopCodec());
    }

    @Override
    public Shop.Order initial() {
        return new Shop.Order();
    }

    @Override
    public List<Object> handle(Shop.Order state, ReceivedCommand command) {
        return switch (command.command()) {
            case "MakeOrder", "Place" -> Results.one(state.handle(command.as(Shop.Place.class)));
            default -> throw unknown(command);
        };
    }

    @Override
    public Shop.Order apply(Shop.Order state, RecordedEvent event) {
        return switch (event.event()) {
            case "OrderMade", "Placed", "made" -> state.apply(event.as(Shop.Placed.class));
            default -> throw unknown(event);
        };
    }
}
