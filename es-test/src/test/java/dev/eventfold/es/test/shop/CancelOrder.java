package dev.eventfold.es.test.shop;

import dev.eventfold.es.CommandFor;

@CommandFor("order")
public record CancelOrder(String why) {}
