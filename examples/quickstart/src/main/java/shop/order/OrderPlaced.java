package shop.order;

import dev.eventfold.es.EventOf;

@EventOf("order")
public record OrderPlaced(String orderId, String sku, int quantity) {}
