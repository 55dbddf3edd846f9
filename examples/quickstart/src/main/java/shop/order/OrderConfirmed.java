package shop.order;

import dev.eventfold.es.EventOf;

@EventOf("order")
public record OrderConfirmed(String sku) {}
