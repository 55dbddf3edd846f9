package dev.eventfold.es.test.shop;

import dev.eventfold.es.CommandFor;

@CommandFor("order")
public record PlaceOrder(String orderId, String sku, int quantity) {}
