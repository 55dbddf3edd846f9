package shop.order;

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
        "shop.order.ConfirmOrder",
        "shop.order.Order",
        "shop.order.OrderConfirmed",
        "shop.order.OrderPlaced",
        "shop.order.PlaceOrder"
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
                new CommandType<>("order", "ConfirmOrder", ConfirmOrder.class),
                new CommandType<>("order", "PlaceOrder", PlaceOrder.class));
    }

    @Override
    public List<EventType<?>> events() {
        return List.of(
                new EventType<>("order", "OrderConfirmed", OrderConfirmed.class),
                new EventType<>("order", "OrderPlaced", OrderPlaced.class));
    }

    @Override
    public List<PayloadCodec> codecs() {
        return List.of(
                new ConfirmOrderCodec(),
                new OrderConfirmedCodec(),
                new OrderPlacedCodec(),
                new PlaceOrderCodec());
    }

    @Override
    public Order initial() {
        return new Order();
    }

    @Override
    public List<Object> handle(Order state, ReceivedCommand command) {
        return switch (command.command()) {
            case "ConfirmOrder" -> Results.optional(state.handle(command.as(ConfirmOrder.class)));
            case "PlaceOrder" -> Results.one(state.handle(command.as(PlaceOrder.class)));
            default -> throw unknown(command);
        };
    }

    @Override
    public Order apply(Order state, RecordedEvent event) {
        switch (event.event()) {
            case "OrderConfirmed" -> state.apply(event.as(OrderConfirmed.class));
            case "OrderPlaced" -> state.apply(event.as(OrderPlaced.class));
            default -> throw unknown(event);
        }
        return state;
    }
}
