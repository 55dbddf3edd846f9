package orders;

import dev.eventfold.es.Aggregate;
import dev.eventfold.es.Applies;
import dev.eventfold.es.CommandRejected;
import dev.eventfold.es.Handles;
import dev.eventfold.es.RetryLater;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The goods of one kind: what can be sold, and what is put aside for which order. */
@Aggregate("inventory")
public record Inventory(int available, Map<String, Integer> reserved, boolean counting) {
    /** There are none. */
    public Inventory() {
        this(0, Map.of(), false);
    }

    @Handles
    InventoryEvent.Stocked handle(InventoryCommand.Stock command) {
        return new InventoryEvent.Stocked(command.quantity());
    }

    @Handles
    InventoryEvent.Reserved handle(InventoryCommand.Reserve command) {
        requireNoCount();
        if (command.quantity() > available) {
            throw new CommandRejected("only " + available + " available");
        }
        return new InventoryEvent.Reserved(command.orderId(), command.quantity());
    }

    @Handles
    Optional<InventoryEvent.Released> handle(InventoryCommand.Release command) {
        requireNoCount();
        return Optional.ofNullable(reserved.get(command.orderId()))
                .map(quantity -> new InventoryEvent.Released(command.orderId(), quantity));
    }

    private void requireNoCount() {
        if (counting) {
            throw new RetryLater("the goods are being counted");
        }
    }

    @Handles
    Optional<InventoryEvent.Counting> handle(InventoryCommand.BeginCount command) {
        return counting ? Optional.empty() : Optional.of(new InventoryEvent.Counting(true));
    }

    @Handles
    Optional<InventoryEvent.Counting> handle(InventoryCommand.EndCount command) {
        return counting ? Optional.of(new InventoryEvent.Counting(false)) : Optional.empty();
    }

    @Applies
    Inventory apply(InventoryEvent.Stocked event) {
        return new Inventory(available + event.quantity(), reserved, counting);
    }

    @Applies
    Inventory apply(InventoryEvent.Reserved event) {
        Map<String, Integer> more = new TreeMap<>(reserved);
        more.put(event.orderId(), event.quantity());
        return new Inventory(available - event.quantity(), more, counting);
    }

    @Applies
    Inventory apply(InventoryEvent.Released event) {
        Map<String, Integer> fewer = new TreeMap<>(reserved);
        fewer.remove(event.orderId());
        return new Inventory(available + event.quantity(), fewer, counting);
    }

    @Applies
    Inventory apply(InventoryEvent.Counting event) {
        return new Inventory(available, reserved, event.on());
    }
}
