package bank;

import bank.account.AccountCommand;
import bank.account.AccountId;
import bank.card.Cards;
import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.spi.CommandType;
import dev.eventfold.es.spi.EventfoldGenerated;
import javax.annotation.processing.Generated;

/** Says which command is for which instance. Generated from the commands of this module; do not edit. */
@Generated("dev.eventfold.es.processor.EventfoldProcessor")
@EventfoldGenerated(
    from = {
        "bank.account.AccountCommand",
        "bank.account.AccountCommand.Move",
        "bank.account.AccountCommand.Open",
        "bank.account.AccountCommand.Pay",
        "bank.account.AccountCommand.Split",
        "bank.account.AccountCommand.Touch",
        "bank.account.AccountCommand.Withdraw",
        "bank.card.Cards.Block"
    })
public final class Commands {
    private Commands() {}

    /**
     * Any {@link AccountCommand} to an instance of {@code bank-account}.
     *
     * @param id the instance
     * @param command the command
     * @return the envelope
     */
    public static CommandEnvelope to(AccountId id, AccountCommand command) {
        if (command instanceof AccountCommand.Open member) {
            return CommandEnvelope.of(
                    new CommandType<>("bank-account", "Open", AccountCommand.Open.class), Integer.toString(id.number()), member);
        }
        if (command instanceof AccountCommand.Pay member) {
            return CommandEnvelope.of(
                    new CommandType<>("bank-account", "Pay", AccountCommand.Pay.class), Integer.toString(id.number()), member);
        }
        if (command instanceof AccountCommand.Split member) {
            return CommandEnvelope.of(
                    new CommandType<>("bank-account", "Split", AccountCommand.Split.class), Integer.toString(id.number()), member);
        }
        if (command instanceof AccountCommand.Touch member) {
            return CommandEnvelope.of(
                    new CommandType<>("bank-account", "Touch", AccountCommand.Touch.class), Integer.toString(id.number()), member);
        }
        if (command instanceof AccountCommand.Withdraw member) {
            return CommandEnvelope.of(
                    new CommandType<>("bank-account", "take", AccountCommand.Withdraw.class), Integer.toString(id.number()), member);
        }
        throw new IllegalArgumentException("not one of AccountCommand: command=" + command);
    }

    /**
     * Any {@link AccountCommand.Move} to an instance of {@code bank-account}.
     *
     * @param id the instance
     * @param command the command
     * @return the envelope
     */
    public static CommandEnvelope to(AccountId id, AccountCommand.Move command) {
        if (command instanceof AccountCommand.Pay member) {
            return CommandEnvelope.of(
                    new CommandType<>("bank-account", "Pay", AccountCommand.Pay.class), Integer.toString(id.number()), member);
        }
        if (command instanceof AccountCommand.Withdraw member) {
            return CommandEnvelope.of(
                    new CommandType<>("bank-account", "take", AccountCommand.Withdraw.class), Integer.toString(id.number()), member);
        }
        throw new IllegalArgumentException("not one of Move: command=" + command);
    }

    /**
     * {@link AccountCommand.Open} to an instance of {@code bank-account}.
     *
     * @param id the instance
     * @param command the command
     * @return the envelope
     */
    public static CommandEnvelope to(AccountId id, AccountCommand.Open command) {
        return CommandEnvelope.of(
                new CommandType<>("bank-account", "Open", AccountCommand.Open.class), Integer.toString(id.number()), command);
    }

    /**
     * {@link AccountCommand.Pay} to an instance of {@code bank-account}.
     *
     * @param id the instance
     * @param command the command
     * @return the envelope
     */
    public static CommandEnvelope to(AccountId id, AccountCommand.Pay command) {
        return CommandEnvelope.of(
                new CommandType<>("bank-account", "Pay", AccountCommand.Pay.class), Integer.toString(id.number()), command);
    }

    /**
     * {@link AccountCommand.Split} to an instance of {@code bank-account}.
     *
     * @param id the instance
     * @param command the command
     * @return the envelope
     */
    public static CommandEnvelope to(AccountId id, AccountCommand.Split command) {
        return CommandEnvelope.of(
                new CommandType<>("bank-account", "Split", AccountCommand.Split.class), Integer.toString(id.number()), command);
    }

    /**
     * {@link AccountCommand.Touch} to an instance of {@code bank-account}.
     *
     * @param id the instance
     * @param command the command
     * @return the envelope
     */
    public static CommandEnvelope to(AccountId id, AccountCommand.Touch command) {
        return CommandEnvelope.of(
                new CommandType<>("bank-account", "Touch", AccountCommand.Touch.class), Integer.toString(id.number()), command);
    }

    /**
     * {@link AccountCommand.Withdraw} to an instance of {@code bank-account}.
     *
     * @param id the instance
     * @param command the command
     * @return the envelope
     */
    public static CommandEnvelope to(AccountId id, AccountCommand.Withdraw command) {
        return CommandEnvelope.of(
                new CommandType<>("bank-account", "take", AccountCommand.Withdraw.class), Integer.toString(id.number()), command);
    }

    /**
     * {@link Cards.Block} to an instance of {@code card}.
     *
     * @param id the instance
     * @param command the command
     * @return the envelope
     */
    public static CommandEnvelope to(long id, Cards.Block command) {
        return CommandEnvelope.of(
                new CommandType<>("card", "Block", Cards.Block.class), Long.toString(id), command);
    }
}
