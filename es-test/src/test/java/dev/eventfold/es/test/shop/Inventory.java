package dev.eventfold.es.test.shop;

import dev.eventfold.es.Aggregate;
import dev.eventfold.es.Applies;
import dev.eventfold.es.Handles;
import dev.eventfold.es.test.shop.InventoryCommand.Reserve;
import dev.eventfold.es.test.shop.InventoryCommand.Stock;
import dev.eventfold.es.test.shop.InventoryEvent.Reserved;
import dev.eventfold.es.test.shop.InventoryEvent.Stocked;
import java.util.Optional;

@Aggregate("inventory")
public record Inventory(int available, int reserved) {
    public Inventory() {
        this(0, 0);
    }

    @Handles
    Optional<InventoryEvent> handle(Stock command) {
        if (command.quantity() < 0) {
            throw new IllegalArgumentException("less than nothing");
        }
        return command.quantity() == 0 ? Optional.empty() : Optional.of(new Stocked(command.quantity()));
    }

    @Handles
    Optional<InventoryEvent> handle(Reserve command) {
        if (command.quantity() > 1_000) {
            // So many are asked of the supplier, who answers some day.
            return Optional.empty();
        }
        if (command.quantity() > available) {
            throw new OutOfStock(available);
        }
        return Optional.of(new Reserved(command.orderId(), command.quantity()));
    }

    @Applies
    Inventory apply(Stocked event) {
        return new Inventory(available + event.quantity(), reserved);
    }

    @Applies
    Inventory apply(Reserved event) {
        return new Inventory(available - event.quantity(), reserved + event.quantity());
    }
}
