package dev.eventfold.es.test.shop;

import dev.eventfold.es.EventContext;
import dev.eventfold.es.Projection;
import dev.eventfold.es.Projects;

/** How many orders there are, and when the last one came. */
@Projection("order-count")
public record OrderCount(int orders, String last) {
    public OrderCount() {
        this(0, "");
    }

    @Projects
    OrderCount on(OrderPlaced event, EventContext context) {
        return new OrderCount(orders + 1, context.instanceId() + " " + context.time());
    }
}
