package dev.eventfold.es.test.shop;

import dev.eventfold.es.Projection;
import dev.eventfold.es.Projects;
import dev.eventfold.es.Reacts;

/** What there is of each article. */
@Projection("stock-list")
public final class StockList {
    private int available;

    @Projects(key = Reacts.INSTANCE_ID)
    void on(InventoryEvent.Stocked event) {
        available += event.quantity();
        if (available < 0) {
            throw new IllegalStateException("less than nothing");
        }
    }

    @Projects(key = Reacts.INSTANCE_ID)
    void on(InventoryEvent.Reserved event) {
        available -= event.quantity();
    }

    public int available() {
        return available;
    }
}
