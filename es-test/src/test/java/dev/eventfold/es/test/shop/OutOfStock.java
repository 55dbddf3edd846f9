package dev.eventfold.es.test.shop;

import dev.eventfold.es.CommandRejected;

public final class OutOfStock extends CommandRejected {
    private static final long serialVersionUID = 1L;

    public OutOfStock(int available) {
        super("only " + available + " available");
    }
}
