// file: bank/account/AccountEvent.java
package bank.account;

import dev.eventfold.es.EventOf;
import java.util.List;
import java.util.UUID;

@EventOf("bank-account")
public sealed interface AccountEvent {
    record Opened(AccountId account) implements AccountEvent {}

    sealed interface Moved extends AccountEvent {
        AccountId account();
    }

    record Paid(AccountId account, long cents) implements Moved {}

    @EventOf(value = "bank-account", name = "taken")
    record Withdrawn(AccountId account, long cents) implements Moved {}

    record Shared(List<AccountId> owners, UUID contract) implements AccountEvent {}
}
// file: bank/account/AccountId.java
package bank.account;

public record AccountId(int number) {}
// file: bank/account/AccountCommand.java
package bank.account;

import dev.eventfold.es.CommandFor;

@CommandFor(value = "bank-account", id = AccountId.class)
public sealed interface AccountCommand {
    record Open() implements AccountCommand {}

    sealed interface Move extends AccountCommand {
        long cents();
    }

    record Pay(long cents) implements Move {}

    @CommandFor(value = "bank-account", name = "take")
    record Withdraw(long cents) implements Move {}

    record Split(int ways) implements AccountCommand {}

    record Touch() implements AccountCommand {}
}
// file: bank/account/Account.java
package bank.account;

import dev.eventfold.es.Aggregate;
import dev.eventfold.es.Applies;
import dev.eventfold.es.CommandContext;
import dev.eventfold.es.EventContext;
import dev.eventfold.es.Handles;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

@Aggregate("bank-account")
public final class Account {
    private long cents;

    @Handles
    Stream<? extends AccountEvent> handle(AccountCommand.Open command, CommandContext context) {
        return Stream.of(new AccountEvent.Opened(new AccountId(Integer.parseInt(context.instanceId()))));
    }

    @Handles
    Optional<AccountEvent.Moved> move(AccountCommand.Move command, CommandContext context) {
        return Optional.of(new AccountEvent.Paid(new AccountId(1), cents + command.cents()));
    }

    @Handles
    List<AccountEvent.Shared> handle(AccountCommand.Split command) {
        return List.of();
    }

    @Handles
    void handle(AccountCommand.Touch command) {}

    @Applies
    Account apply(AccountEvent.Opened event) {
        return this;
    }

    @Applies
    void apply(AccountEvent.Moved event, EventContext context) {
        cents++;
    }

    @Applies
    void apply(AccountEvent.Shared event) {}
}
// file: bank/card/Cards.java
package bank.card;

import dev.eventfold.es.Aggregate;
import dev.eventfold.es.Applies;
import dev.eventfold.es.CommandFor;
import dev.eventfold.es.EventOf;
import dev.eventfold.es.Handles;

public final class Cards {
    private Cards() {}

    @EventOf("card")
    public record Blocked(Reason reason) {}

    @CommandFor(value = "card", id = long.class)
    public record Block(Reason reason) {}

    public enum Reason {
        LOST,
        STOLEN
    }

    @Aggregate("card")
    record Card(boolean blocked) {
        Card() {
            this(false);
        }

        @Handles
        Blocked handle(Block command) {
            return new Blocked(command.reason());
        }

        @Applies
        Card apply(Blocked event) {
            return new Card(true);
        }
    }
}
// file: bank/desk/Desk.java
package bank.desk;

import bank.Commands;
import bank.account.AccountCommand;
import bank.account.AccountEvent;
import bank.account.AccountId;
import bank.card.Cards;
import dev.eventfold.es.Applies;
import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.Effect;
import dev.eventfold.es.EventContext;
import dev.eventfold.es.OnFailure;
import dev.eventfold.es.ProcessManager;
import dev.eventfold.es.Reacts;
import dev.eventfold.es.StartFrom;
import java.util.List;
import java.util.stream.Stream;

@ProcessManager(value = "desk", key = "account", onFailure = OnFailure.CONTINUE, startFrom = StartFrom.NOW, strict = true)
public record Desk(long moves) {
    public Desk() {
        this(0);
    }

    @Applies
    Desk count(AccountEvent.Moved event) {
        return new Desk(moves + 1);
    }

    @Reacts(starts = true)
    void on(AccountEvent.Opened event) {}

    @Reacts
    Stream<Effect> on(AccountEvent.Moved event, EventContext context) {
        return Stream.of(Effect.end());
    }

    @Reacts(key = "owners", starts = true)
    List<CommandEnvelope> on(AccountEvent.Shared event) {
        return List.of(Commands.to(new AccountId(2), new AccountCommand.Touch()));
    }

    @Reacts(aggregate = "card", event = "Blocked", key = Reacts.INSTANCE_ID, ends = true)
    CommandEnvelope on(Cards.Blocked event) {
        return Commands.to(7L, new Cards.Block(event.reason()));
    }
}
// file: bank/desk/Audit.java
package bank.desk;

import bank.card.Cards;
import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.EventContext;
import dev.eventfold.es.ProcessManager;
import dev.eventfold.es.Reacts;
import dev.eventfold.es.RecordedEvent;
import java.util.Optional;

@ProcessManager("audit")
public final class Audit {
    private int seen;

    @Reacts(aggregate = Reacts.ANY)
    void any(RecordedEvent event) {
        seen++;
    }

    @Reacts(aggregate = "bank-account", event = "taken")
    @Reacts(aggregate = "bank-account", event = "Paid")
    Optional<CommandEnvelope> raw(RecordedEvent event, EventContext context) {
        return Optional.empty();
    }

    @Reacts
    void on(Cards.Blocked event) {}
}
