package bank.desk;

import bank.card.Cards;
import bank.card.CardsCodec;
import dev.eventfold.es.Effect;
import dev.eventfold.es.OnFailure;
import dev.eventfold.es.RecordedEvent;
import dev.eventfold.es.StartFrom;
import dev.eventfold.es.spi.EventfoldGenerated;
import dev.eventfold.es.spi.PayloadCodec;
import dev.eventfold.es.spi.ProcessManagerDefinition;
import dev.eventfold.es.spi.Results;
import dev.eventfold.es.spi.Subscription;
import java.util.List;
import javax.annotation.processing.Generated;

/** What {@link Audit} reacts to and how, as the run time calls it. Generated from it; do not edit. */
@Generated("dev.eventfold.es.processor.EventfoldProcessor")
@EventfoldGenerated(
    from = {
        "bank.card.Cards.Blocked",
        "bank.desk.Audit"
    })
public final class AuditDefinition implements ProcessManagerDefinition<Audit> {
    /** For the module class. */
    public AuditDefinition() {}

    @Override
    public String name() {
        return "audit";
    }

    @Override
    public Class<Audit> type() {
        return Audit.class;
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
    public List<Subscription> subscriptions() {
        return List.of(
                new Subscription(Subscription.ANY, Subscription.ANY, false, false),
                new Subscription("bank-account", "Paid", false, false),
                new Subscription("bank-account", "taken", false, false),
                new Subscription("card", "Blocked", false, false));
    }

    @Override
    public List<PayloadCodec> codecs() {
        return List.of(new CardsCodec());
    }

    @Override
    public Audit initial() {
        return new Audit();
    }

    @Override
    public List<String> keys(RecordedEvent event) {
        return List.of("");
    }

    @Override
    public List<Effect> react(Audit state, RecordedEvent event) {
        return switch (event.aggregate()) {
            case "bank-account" -> reactToBankAccount(state, event);
            case "card" -> reactToCard(state, event);
            default -> reactToAnyAggregate(state, event);
        };
    }

    private List<Effect> reactToAnyAggregate(Audit state, RecordedEvent event) {
        state.any(event);
        return List.of();
    }

    private List<Effect> reactToBankAccount(Audit state, RecordedEvent event) {
        return switch (event.event()) {
            case "Paid", "taken" -> Results.optional(state.raw(event, event));
            default -> reactToAnyAggregate(state, event);
        };
    }

    private List<Effect> reactToCard(Audit state, RecordedEvent event) {
        return switch (event.event()) {
            case "Blocked" -> {
                state.on(event.as(Cards.Blocked.class));
                yield List.of();
            }
            default -> reactToAnyAggregate(state, event);
        };
    }
}
