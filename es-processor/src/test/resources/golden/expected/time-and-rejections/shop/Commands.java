package shop;

import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.spi.CommandType;
import dev.eventfold.es.spi.EventfoldGenerated;
import javax.annotation.processing.Generated;

/** Says which command is for which instance. Generated from the commands of this module; do not edit. */
@Generated("dev.eventfold.es.processor.EventfoldProcessor")
@EventfoldGenerated(
    from = {
        "shop.Order.Command",
        "shop.Order.Command.Cancel",
        "shop.Order.Command.Place",
        "shop.Stock.Count",
        "shop.Stock.Reserve"
    })
public final class Commands {
    private Commands() {}

    /**
     * Any {@link Order.Command} to an instance of {@code order}.
     *
     * @param id the instance
     * @param command the command
     * @return the envelope
     */
    public static CommandEnvelope to(String id, Order.Command command) {
        if (command instanceof Order.Command.Cancel member) {
            return CommandEnvelope.of(
                    new CommandType<>("order", "Cancel", Order.Command.Cancel.class), id, member);
        }
        if (command instanceof Order.Command.Place member) {
            return CommandEnvelope.of(
                    new CommandType<>("order", "Place", Order.Command.Place.class), id, member);
        }
        throw new IllegalArgumentException("not one of Command: command=" + command);
    }

    /**
     * {@link Order.Command.Cancel} to an instance of {@code order}.
     *
     * @param id the instance
     * @param command the command
     * @return the envelope
     */
    public static CommandEnvelope to(String id, Order.Command.Cancel command) {
        return CommandEnvelope.of(
                new CommandType<>("order", "Cancel", Order.Command.Cancel.class), id, command);
    }

    /**
     * {@link Order.Command.Place} to an instance of {@code order}.
     *
     * @param id the instance
     * @param command the command
     * @return the envelope
     */
    public static CommandEnvelope to(String id, Order.Command.Place command) {
        return CommandEnvelope.of(
                new CommandType<>("order", "Place", Order.Command.Place.class), id, command);
    }

    /**
     * {@link Stock.Count} to an instance of {@code stock}.
     *
     * @param id the instance
     * @param command the command
     * @return the envelope
     */
    public static CommandEnvelope to(String id, Stock.Count command) {
        return CommandEnvelope.of(
                new CommandType<>("stock", "Count", Stock.Count.class), id, command);
    }

    /**
     * {@link Stock.Reserve} to an instance of {@code stock}.
     *
     * @param id the instance
     * @param command the command
     * @return the envelope
     */
    public static CommandEnvelope to(String id, Stock.Reserve command) {
        return CommandEnvelope.of(
                new CommandType<>("stock", "Reserve", Stock.Reserve.class), id, command);
    }
}
