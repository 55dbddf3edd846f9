package dev.eventfold.es.test.shop;

import dev.eventfold.es.CommandFor;

@CommandFor("inventory")
public sealed interface InventoryCommand {
    record Stock(int quantity) implements InventoryCommand {}

    record Reserve(String orderId, int quantity) implements InventoryCommand {}
}
