package shop.order;

import dev.eventfold.es.CommandFor;

@CommandFor("order")
public record ConfirmOrder(String sku) {}
