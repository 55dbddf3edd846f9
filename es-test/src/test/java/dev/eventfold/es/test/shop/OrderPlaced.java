package dev.eventfold.es.test.shop;

import dev.eventfold.es.EventOf;

@EventOf("order")
public record OrderPlaced(String orderId, String sku, int quantity) {}
