package dev.eventfold.es.test.shop;

import dev.eventfold.es.EventOf;

@EventOf("inventory")
public sealed interface InventoryEvent {
    record Stocked(int quantity) implements InventoryEvent {}

    record Reserved(String orderId, int quantity) implements InventoryEvent {}
}
