package orders;

import dev.eventfold.es.CommandFor;

/** What can be done about the goods of one kind. */
@CommandFor("inventory")
public sealed interface InventoryCommand {
    /** Brings some. */
    record Stock(int quantity) implements InventoryCommand {}

    /** Puts some aside for an order. */
    record Reserve(String orderId, int quantity) implements InventoryCommand {}

    /** Puts them back. */
    record Release(String orderId) implements InventoryCommand {}

    /** Begins to count them, which takes a while in which nothing may be touched. */
    record BeginCount() implements InventoryCommand {}

    /** Ends that. */
    record EndCount() implements InventoryCommand {}
}
