package bank.desk;

import bank.account.AccountEvent;
import bank.account.AccountEventCodec;
import bank.card.Cards;
import bank.card.CardsCodec;
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

/** What {@link Desk} reacts to and how, as the run time calls it. Generated from it; do not edit. */
@Generated("dev.eventfold.es.processor.EventfoldProcessor")
@EventfoldGenerated(
    from = {
        "bank.account.AccountEvent.Opened",
        "bank.account.AccountEvent.Paid",
        "bank.account.AccountEvent.Shared",
        "bank.account.AccountEvent.Withdrawn",
        "bank.card.Cards.Blocked",
        "bank.desk.Desk"
    })
public final class DeskDefinition implements ProcessManagerDefinition<Desk> {
    /** For the module class. */
    public DeskDefinition() {}

    @Override
    public String name() {
        return "desk";
    }

    @Override
    public Class<Desk> type() {
        return Desk.class;
    }

    @Override
    public boolean keyed() {
        return true;
    }

    @Override
    public OnFailure onFailure() {
        return OnFailure.CONTINUE;
    }

    @Override
    public StartFrom startFrom() {
        return StartFrom.NOW;
    }

    @Override
    public boolean strict() {
        return true;
    }

    @Override
    public List<Subscription> subscriptions() {
        return List.of(
                new Subscription("bank-account", "Opened", true, false),
                new Subscription("bank-account", "Paid", false, false),
                new Subscription("bank-account", "Shared", true, false),
                new Subscription("bank-account", "taken", false, false),
                new Subscription("card", "Blocked", false, true));
    }

    @Override
    public List<PayloadCodec> codecs() {
        return List.of(
                new AccountEventCodec(),
                new CardsCodec(),
                new DeskCodec());
    }

    @Override
    public Desk initial() {
        return new Desk();
    }

    @Override
    public List<String> keys(RecordedEvent event) {
        return switch (event.aggregate()) {
            case "bank-account" -> keysOfBankAccount(event);
            case "card" -> keysOfCard(event);
            default -> throw unknown(event);
        };
    }

    private List<String> keysOfBankAccount(RecordedEvent event) {
        return switch (event.event()) {
            case "Opened" -> Keys.one(Integer.toString(event.as(AccountEvent.Opened.class).account().number()));
            case "Paid" -> Keys.one(Integer.toString(event.as(AccountEvent.Paid.class).account().number()));
            case "Shared" -> Keys.each(event.as(AccountEvent.Shared.class).owners(), key -> Integer.toString(key.number()));
            case "taken" -> Keys.one(Integer.toString(event.as(AccountEvent.Withdrawn.class).account().number()));
            default -> throw unknown(event);
        };
    }

    private List<String> keysOfCard(RecordedEvent event) {
        return switch (event.event()) {
            case "Blocked" -> Keys.one(event.instanceId());
            default -> throw unknown(event);
        };
    }

    @Override
    public Desk apply(Desk state, RecordedEvent event) {
        return switch (event.aggregate()) {
            case "bank-account" -> applyFromBankAccount(state, event);
            default -> state;
        };
    }

    private Desk applyFromBankAccount(Desk state, RecordedEvent event) {
        return switch (event.event()) {
            case "Paid" -> state.count(event.as(AccountEvent.Paid.class));
            case "taken" -> state.count(event.as(AccountEvent.Withdrawn.class));
            default -> state;
        };
    }

    @Override
    public List<Effect> react(Desk state, RecordedEvent event) {
        return switch (event.aggregate()) {
            case "bank-account" -> reactToBankAccount(state, event);
            case "card" -> reactToCard(state, event);
            default -> throw unknown(event);
        };
    }

    private List<Effect> reactToBankAccount(Desk state, RecordedEvent event) {
        return switch (event.event()) {
            case "Opened" -> {
                state.on(event.as(AccountEvent.Opened.class));
                yield List.of();
            }
            case "Paid" -> Results.stream(state.on(event.as(AccountEvent.Paid.class), event));
            case "Shared" -> Results.list(state.on(event.as(AccountEvent.Shared.class)));
            case "taken" -> Results.stream(state.on(event.as(AccountEvent.Withdrawn.class), event));
            default -> throw unknown(event);
        };
    }

    private List<Effect> reactToCard(Desk state, RecordedEvent event) {
        return switch (event.event()) {
            case "Blocked" -> Results.one(state.on(event.as(Cards.Blocked.class)));
            default -> throw unknown(event);
        };
    }
}
