package shop;

import dev.eventfold.es.RecordedEvent;
import dev.eventfold.es.spi.EventfoldGenerated;
import dev.eventfold.es.spi.Keys;
import dev.eventfold.es.spi.PayloadCodec;
import dev.eventfold.es.spi.ProjectionDefinition;
import dev.eventfold.es.spi.Subscription;
import java.util.List;
import javax.annotation.processing.Generated;

/** What {@link Shop.Scribe} projects and how, as the run time calls it. Generated from it; do not edit. */
@Generated("dev.eventfold.es.processor.EventfoldProcessor")
@EventfoldGenerated(from = "shop.Shop.Scribe")
public final class Shop_ScribeDefinition implements ProjectionDefinition<Shop.Scribe> {
    /** For the module class. */
    public Shop_ScribeDefinition() {}

    @Override
    public String name() {
        return "scribe";
    }

    @Override
    public Class<Shop.Scribe> type() {
        return Shop.Scribe.class;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String wiring() {
        return "fdb5f7911e21b618";
    }

    @Override
    public boolean keyed() {
        return true;
    }

    @Override
    public List<Subscription> subscriptions() {
        return List.of(
                new Subscription(Subscription.ANY, "made", false, false),
                new Subscription("order", "OrderMade", false, false),
                new Subscription("order", "Placed", false, false),
                new Subscription("order", "made", false, false));
    }

    @Override
    public List<PayloadCodec> codecs() {
        return List.of(new ShopCodec());
    }

    @Override
    public Shop.Scribe initial() {
        return new Shop.Scribe();
    }

    @Override
    public List<String> keys(RecordedEvent event) {
        return Keys.member(event, "id");
    }

    @Override
    public Shop.Scribe project(Shop.Scribe state, RecordedEvent event) {
        return switch (event.aggregate()) {
            case "order" -> projectFromOrder(state, event);
            default -> projectFromAnyAggregate(state, event);
        };
    }

    private Shop.Scribe projectFromAnyAggregate(Shop.Scribe state, RecordedEvent event) {
        return switch (event.event()) {
            case "made" -> state.on(event);
            default -> throw unknown(event);
        };
    }

    private Shop.Scribe projectFromOrder(Shop.Scribe state, RecordedEvent event) {
        return switch (event.event()) {
            case "OrderMade", "Placed", "made" -> state.on(event);
            default -> projectFromAnyAggregate(state, event);
        };
    }
}
