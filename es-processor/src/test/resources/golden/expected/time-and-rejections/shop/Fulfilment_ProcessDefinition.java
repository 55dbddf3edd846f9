package shop;

import dev.eventfold.es.Effect;
import dev.eventfold.es.OnFailure;
import dev.eventfold.es.RecordedEvent;
import dev.eventfold.es.StartFrom;
import dev.eventfold.es.spi.EventfoldGenerated;
import dev.eventfold.es.spi.FiredTimeout;
import dev.eventfold.es.spi.Keys;
import dev.eventfold.es.spi.PayloadCodec;
import dev.eventfold.es.spi.ProcessManagerDefinition;
import dev.eventfold.es.spi.RejectedCommand;
import dev.eventfold.es.spi.RejectionReaction;
import dev.eventfold.es.spi.Results;
import dev.eventfold.es.spi.Sends;
import dev.eventfold.es.spi.Subscription;
import dev.eventfold.es.spi.TimeoutReaction;
import java.util.List;
import javax.annotation.processing.Generated;

/** What {@link Fulfilment.Process} reacts to and how, as the run time calls it. Generated from it; do not edit. */
@Generated("dev.eventfold.es.processor.EventfoldProcessor")
@EventfoldGenerated(
    from = {
        "shop.Fulfilment.Process",
        "shop.Order.Event.Placed",
        "shop.Stock.Reserved"
    })
public final class Fulfilment_ProcessDefinition implements ProcessManagerDefinition<Fulfilment.Process> {
    private static final Sends SENDS_CANCEL = Sends.only("order/Cancel");

    /** For the module class. */
    public Fulfilment_ProcessDefinition() {}

    @Override
    public String name() {
        return "fulfilment";
    }

    @Override
    public Class<Fulfilment.Process> type() {
        return Fulfilment.Process.class;
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
                new Subscription("order", "Placed", true, false, Sends.only("stock/Reserve")),
                new Subscription("stock", "Reserved", false, true));
    }

    @Override
    public List<PayloadCodec> codecs() {
        return List.of(
                new OrderCodec(),
                new StockCodec());
    }

    @Override
    public Fulfilment.Process initial() {
        return new Fulfilment.Process();
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
            case "Placed" -> Keys.one(event.as(Order.Event.Placed.class).orderId());
            default -> throw unknown(event);
        };
    }

    private List<String> keysOfStock(RecordedEvent event) {
        return switch (event.event()) {
            case "Reserved" -> Keys.one(event.as(Stock.Reserved.class).orderId());
            default -> throw unknown(event);
        };
    }

    @Override
    public List<Effect> react(Fulfilment.Process state, RecordedEvent event) {
        return switch (event.aggregate()) {
            case "order" -> reactToOrder(state, event);
            case "stock" -> reactToStock(state, event);
            default -> throw unknown(event);
        };
    }

    private List<Effect> reactToOrder(Fulfilment.Process state, RecordedEvent event) {
        return switch (event.event()) {
            case "Placed" -> Results.list(state.on(event.as(Order.Event.Placed.class)));
            default -> throw unknown(event);
        };
    }

    private List<Effect> reactToStock(Fulfilment.Process state, RecordedEvent event) {
        switch (event.event()) {
            case "Reserved" -> state.on(event.as(Stock.Reserved.class));
            default -> throw unknown(event);
        }
        return List.of();
    }

    @Override
    public List<RejectionReaction> rejectionReactions() {
        return List.of(
                new RejectionReaction("stock", "Count", false),
                new RejectionReaction("stock", "Reserve", true, SENDS_CANCEL));
    }

    @Override
    public List<Effect> reactToRejection(Fulfilment.Process state, RejectedCommand rejected) {
        return switch (rejected.command()) {
            case "Count" -> {
                state.counted(rejected.as(Stock.Count.class));
                yield List.of();
            }
            case "Reserve" -> Results.one(state.on(rejected.as(Stock.Reserve.class), rejected.rejection(), rejected));
            default -> throw unknown(rejected);
        };
    }

    @Override
    public List<TimeoutReaction> timeoutReactions() {
        return List.of(
                new TimeoutReaction("last-call", true, SENDS_CANCEL),
                new TimeoutReaction("stock", false, Sends.only("stock/Count")));
    }

    @Override
    public List<Effect> reactToTimeout(Fulfilment.Process state, FiredTimeout timeout) {
        return switch (timeout.timeout()) {
            case "last-call" -> Results.one(state.lastCall(timeout));
            case "stock" -> Results.optional(state.late());
            default -> throw unknown(timeout);
        };
    }
}
