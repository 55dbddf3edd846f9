package orders;

import dev.eventfold.es.EventOf;

/** What happens to the goods of one kind. */
@EventOf("inventory")
public sealed interface InventoryEvent {
    /** Some came. */
    record Stocked(int quantity) implements InventoryEvent {}

    /** Some were put aside. */
    record Reserved(String orderId, int quantity) implements InventoryEvent {}

    /** Some were put back. */
    record Released(String orderId, int quantity) implements InventoryEvent {}

    /** They are being counted, or not any more. */
    record Counting(boolean on) implements InventoryEvent {}
}
