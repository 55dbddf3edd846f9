package bank.account;

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

/** What {@link Account} decides and applies, as the run time calls it. Generated from it; do not edit. */
@Generated("dev.eventfold.es.processor.EventfoldProcessor")
@EventfoldGenerated(
    from = {
        "bank.account.Account",
        "bank.account.AccountCommand.Open",
        "bank.account.AccountCommand.Pay",
        "bank.account.AccountCommand.Split",
        "bank.account.AccountCommand.Touch",
        "bank.account.AccountCommand.Withdraw",
        "bank.account.AccountEvent.Opened",
        "bank.account.AccountEvent.Paid",
        "bank.account.AccountEvent.Shared",
        "bank.account.AccountEvent.Withdrawn"
    })
public final class AccountDefinition implements AggregateDefinition<Account> {
    /** For the module class. */
    public AccountDefinition() {}

    @Override
    public String name() {
        return "bank-account";
    }

    @Override
    public Class<Account> type() {
        return Account.class;
    }

    @Override
    public List<CommandType<?>> commands() {
        return List.of(
                new CommandType<>("bank-account", "Open", AccountCommand.Open.class),
                new CommandType<>("bank-account", "Pay", AccountCommand.Pay.class),
                new CommandType<>("bank-account", "Split", AccountCommand.Split.class),
                new CommandType<>("bank-account", "Touch", AccountCommand.Touch.class),
                new CommandType<>("bank-account", "take", AccountCommand.Withdraw.class));
    }

    @Override
    public List<EventType<?>> events() {
        return List.of(
                new EventType<>("bank-account", "Opened", AccountEvent.Opened.class),
                new EventType<>("bank-account", "Paid", AccountEvent.Paid.class),
                new EventType<>("bank-account", "Shared", AccountEvent.Shared.class),
                new EventType<>("bank-account", "taken", AccountEvent.Withdrawn.class));
    }

    @Override
    public List<PayloadCodec> codecs() {
        return List.of(
                new AccountCommandCodec(),
                new AccountEventCodec());
    }

    @Override
    public Account initial() {
        return new Account();
    }

    @Override
    public List<Object> handle(Account state, ReceivedCommand command) {
        return switch (command.command()) {
            case "Open" -> Results.stream(state.handle(command.as(AccountCommand.Open.class), command));
            case "Pay" -> Results.optional(state.move(command.as(AccountCommand.Pay.class), command));
            case "Split" -> Results.list(state.handle(command.as(AccountCommand.Split.class)));
            case "Touch" -> {
                state.handle(command.as(AccountCommand.Touch.class));
                yield List.of();
            }
            case "take" -> Results.optional(state.move(command.as(AccountCommand.Withdraw.class), command));
            default -> throw unknown(command);
        };
    }

    @Override
    public Account apply(Account state, RecordedEvent event) {
        return switch (event.event()) {
            case "Opened" -> state.apply(event.as(AccountEvent.Opened.class));
            case "Paid" -> {
                state.apply(event.as(AccountEvent.Paid.class), event);
                yield state;
            }
            case "Shared" -> {
                state.apply(event.as(AccountEvent.Shared.class));
                yield state;
            }
            case "taken" -> {
                state.apply(event.as(AccountEvent.Withdrawn.class), event);
                yield state;
            }
            default -> throw unknown(event);
        };
    }
}
