package shop;

import dev.eventfold.es.Effect;
import dev.eventfold.es.OnFailure;
import dev.eventfold.es.RecordedEvent;
import dev.eventfold.es.StartFrom;
import dev.eventfold.es.spi.EventfoldGenerated;
import dev.eventfold.es.spi.Evolution;
import dev.eventfold.es.spi.PayloadCodec;
import dev.eventfold.es.spi.ProcessManagerDefinition;
import dev.eventfold.es.spi.Subscription;
import java.util.List;
import javax.annotation.processing.Generated;

/** What {@link Shop.Audit} reacts to and how, as the run time calls it. Generated from it; do not edit. */
@Generated("dev.eventfold.es.processor.EventfoldProcessor")
@EventfoldGenerated(from = "shop.Shop.Audit")
public final class Shop_AuditDefinition implements ProcessManagerDefinition<Shop.Audit> {
    /** For the module class. */
    public Shop_AuditDefinition() {}

    @Override
    public String name() {
        return "audit";
    }

    @Override
    public Class<Shop.Audit> type() {
        return Shop.Audit.class;
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
        return Evolution.FIRST.formerly("log", "Audit");
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
    public Shop.Audit initial() {
        return new Shop.Audit();
    }

    @Override
    public List<String> keys(RecordedEvent event) {
        return List.of("");
    }

    @Override
    public List<Effect> react(Shop.Audit state, RecordedEvent event) {
        switch (event.event()) {
            case "OrderMade", "Placed", "made" -> state.on(event);
            default -> throw unknown(event);
        }
        return List.of();
    }
}
