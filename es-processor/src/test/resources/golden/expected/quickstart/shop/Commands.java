package shop;

import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.spi.CommandType;
import dev.eventfold.es.spi.EventfoldGenerated;
import javax.annotation.processing.Generated;
import shop.inventory.InventoryCommand;
import shop.order.ConfirmOrder;
import shop.order.PlaceOrder;

/** Says which command is for which instance. Generated from the commands of this module; do not edit. */
@Generated("dev.eventfold.es.processor.EventfoldProcessor")
@EventfoldGenerated(
    from = {
        "shop.inventory.InventoryCommand",
        "shop.inventory.InventoryCommand.Reserve",
        "shop.inventory.InventoryCommand.Stock",
        "shop.order.ConfirmOrder",
        "shop.order.PlaceOrder"
    })
public final class Commands {
    private Commands() {}

    /**
     * Any {@link InventoryCommand} to an instance of {@code inventory}.
     *
     * @param id the instance
     * @param command the command
     * @return the envelope
     */
    public static CommandEnvelope to(String id, InventoryCommand command) {
        if (command instanceof InventoryCommand.Reserve member) {
            return CommandEnvelope.of(
                    new CommandType<>("inventory", "Reserve", InventoryCommand.Reserve.class), id, member);
        }
        if (command instanceof InventoryCommand.Stock member) {
            return CommandEnvelope.of(
                    new CommandType<>("inventory", "Stock", InventoryCommand.Stock.class), id, member);
        }
        throw new IllegalArgumentException("not one of InventoryCommand: command=" + command);
    }

    /**
     * {@link InventoryCommand.Reserve} to an instance of {@code inventory}.
     *
     * @param id the instance
     * @param command the command
     * @return the envelope
     */
    public static CommandEnvelope to(String id, InventoryCommand.Reserve command) {
        return CommandEnvelope.of(
                new CommandType<>("inventory", "Reserve", InventoryCommand.Reserve.class), id, command);
    }

    /**
     * {@link InventoryCommand.Stock} to an instance of {@code inventory}.
     *
     * @param id the instance
     * @param command the command
     * @return the envelope
     */
    public static CommandEnvelope to(String id, InventoryCommand.Stock command) {
        return CommandEnvelope.of(
                new CommandType<>("inventory", "Stock", InventoryCommand.Stock.class), id, command);
    }

    /**
     * {@link ConfirmOrder} to an instance of {@code order}.
     *
     * @param id the instance
     * @param command the command
     * @return the envelope
     */
    public static CommandEnvelope to(String id, ConfirmOrder command) {
        return CommandEnvelope.of(
                new CommandType<>("order", "ConfirmOrder", ConfirmOrder.class), id, command);
    }

    /**
     * {@link PlaceOrder} to an instance of {@code order}.
     *
     * @param id the instance
     * @param command the command
     * @return the envelope
     */
    public static CommandEnvelope to(String id, PlaceOrder command) {
        return CommandEnvelope.of(
                new CommandType<>("order", "PlaceOrder", PlaceOrder.class), id, command);
    }
}
