package desk;

import dev.eventfold.es.Effect;
import dev.eventfold.es.RecordedEvent;
import dev.eventfold.es.StartFrom;
import dev.eventfold.es.spi.EventType;
import dev.eventfold.es.spi.EventfoldGenerated;
import dev.eventfold.es.spi.Evolution;
import dev.eventfold.es.spi.PayloadCodec;
import dev.eventfold.es.spi.Results;
import dev.eventfold.es.spi.SubscriberDefinition;
import dev.eventfold.es.spi.Subscription;
import dev.eventfold.es.spi.Upcaster;
import java.util.List;
import javax.annotation.processing.Generated;

/** What {@link Mailer} receives and how, as the run time calls it. Generated from it; do not edit. */
@Generated("dev.eventfold.es.processor.EventfoldProcessor")
@EventfoldGenerated(
    from = {
        "desk.Delivered",
        "desk.Mailer",
        "desk.OrderEvent.Paid",
        "desk.OrderEvent.Placed",
        "desk.OrderEvent.Shipped"
    })
public final class MailerDefinition implements SubscriberDefinition<Mailer> {
    /** For the module class. */
    public MailerDefinition() {}

    @Override
    public String name() {
        return "mailer";
    }

    @Override
    public Class<Mailer> type() {
        return Mailer.class;
    }

    @Override
    public StartFrom startFrom() {
        return StartFrom.NOW;
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
                new Subscription("complaint", "Made", false, false),
                new Subscription("order", "Ordered", false, false),
                new Subscription("order", "Paid", false, false),
                new Subscription("order", "Placed", false, false),
                new Subscription("order", "Shipped", false, false),
                new Subscription("stock", "Delivered", false, false));
    }

    @Override
    public List<PayloadCodec> codecs() {
        return List.of(
                new DeliveredCodec(),
                new OrderEventCodec());
    }

    @Override
    public List<Effect> receive(Mailer subscriber, RecordedEvent event) throws Exception {
        return switch (event.aggregate()) {
            case "complaint" -> receiveFromComplaint(subscriber, event);
            case "order" -> receiveFromOrder(subscriber, event);
            case "stock" -> receiveFromStock(subscriber, event);
            default -> throw unknown(event);
        };
    }

    private List<Effect> receiveFromComplaint(Mailer subscriber, RecordedEvent event) throws Exception {
        return switch (event.event()) {
            case "Made" -> Results.stream(subscriber.complaint(event));
            default -> throw unknown(event);
        };
    }

    private List<Effect> receiveFromOrder(Mailer subscriber, RecordedEvent event) throws Exception {
        return switch (event.event()) {
            case "Ordered", "Placed" -> Results.optional(subscriber.on(event.as(OrderEvent.Placed.class), event));
            case "Paid" -> Results.list(subscriber.on(event.as(OrderEvent.Paid.class)));
            case "Shipped" -> Results.one(subscriber.on(event.as(OrderEvent.Shipped.class)));
            default -> throw unknown(event);
        };
    }

    private List<Effect> receiveFromStock(Mailer subscriber, RecordedEvent event) throws Exception {
        switch (event.event()) {
            case "Delivered" -> subscriber.on(event.as(Delivered.class));
            default -> throw unknown(event);
        }
        return List.of();
    }
}
