package shop;

import dev.eventfold.es.RecordedEvent;
import dev.eventfold.es.spi.AggregateDefinition;
import dev.eventfold.es.spi.CommandType;
import dev.eventfold.es.spi.EventType;
import dev.eventfold.es.spi.EventfoldGenerated;
import dev.eventfold.es.spi.PayloadCodec;
import dev.eventfold.es.spi.ReceivedCommand;
import dev.eventfold.es.spi.Results;
import java.util.List;
import javax.annotation.processing.Generated;

/** What {@link Order} decides and applies, as the run time calls it. Generated from it; do not edit. */
@Generated("dev.eventfold.es.processor.EventfoldProcessor")
@EventfoldGenerated(
    from = {
        "shop.Order",
        "shop.Order.Command.Cancel",
        "shop.Order.Command.Place",
        "shop.Order.Event.Cancelled",
        "shop.Order.Event.Placed"
    })
public final class OrderDefinition implements AggregateDefinition<Order> {
    /** For the module class. */
    public OrderDefinition() {}

    @Override
    public String name() {
        return "order";
    }

    @Override
    public Class<Order> type() {
        return Order.class;
    }

    @Override
    public List<CommandType<?>> commands() {
        return List.of(
                new CommandType<>("order", "Cancel", Order.Command.Cancel.class),
                new CommandType<>("order", "Place", Order.Command.Place.class));
    }

    @Override
    public List<EventType<?>> events() {
        return List.of(
                new EventType<>("order", "Cancelled", Order.Event.Cancelled.class),
                new EventType<>("order", "Placed", Order.Event.Placed.class));
    }

    @Override
    public List<PayloadCodec> codecs() {
        return List.of(new OrderCodec());
    }

    @Override
    public Order initial() {
        return new Order();
    }

    @Override
    public List<Object> handle(Order state, ReceivedCommand command) {
        return switch (command.command()) {
            case "Cancel" -> Results.one(state.handle(command.as(Order.Command.Cancel.class)));
            case "Place" -> Results.one(state.handle(command.as(Order.Command.Place.class)));
            default -> throw unknown(command);
        };
    }

    @Override
    public Order apply(Order state, RecordedEvent event) {
        return switch (event.event()) {
            case "Cancelled" -> state.apply(event.as(Order.Event.Cancelled.class));
            case "Placed" -> state.apply(event.as(Order.Event.Placed.class));
            default -> throw unknown(event);
        };
    }
}
