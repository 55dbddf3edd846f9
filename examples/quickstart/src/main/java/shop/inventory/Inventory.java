package shop.inventory;

import dev.eventfold.es.Aggregate;
import dev.eventfold.es.Applies;
import dev.eventfold.es.CommandRejected;
import dev.eventfold.es.Handles;

@Aggregate("inventory")
public record Inventory(int available, int reserved) {
    public Inventory() {
        this(0, 0); // the state of a stream with no events
    }

    @Handles
    InventoryEvent handle(InventoryCommand.Stock command) {
        return new InventoryEvent.Stocked(command.quantity());
    }

    @Handles
    InventoryEvent handle(InventoryCommand.Reserve command) {
        if (command.quantity() > available) throw new CommandRejected("only " + available + " available");
        return new InventoryEvent.Reserved(command.orderId(), command.quantity());
    }

    @Applies
    Inventory apply(InventoryEvent.Stocked event) {
        return new Inventory(available + event.quantity(), reserved);
    }

    @Applies
    Inventory apply(InventoryEvent.Reserved event) {
        return new Inventory(available - event.quantity(), reserved + event.quantity());
    }
}
