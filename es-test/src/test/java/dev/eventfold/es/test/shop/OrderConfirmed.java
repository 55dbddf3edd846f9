package dev.eventfold.es.test.shop;

import dev.eventfold.es.EventOf;

@EventOf("order")
public record OrderConfirmed(String sku) {}
