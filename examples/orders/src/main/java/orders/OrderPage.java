package orders;

import dev.eventfold.es.Projection;
import dev.eventfold.es.Projects;
import java.util.ArrayList;
import java.util.List;

/** What a customer is shown of his order: one page for each. */
@Projection("order-page")
public record OrderPage(List<String> lines) {
    /** Nothing has happened. */
    public OrderPage() {
        this(List.of());
    }

    @Projects(key = "orderId")
    OrderPage on(OrderEvent.OrderPlaced event) {
        return with("ordered " + event.quantity() + " of " + event.sku());
    }

    @Projects(key = "orderId")
    OrderPage on(PaymentEvent.PaymentRequested event) {
        return with("to be paid: " + event.cents());
    }

    @Projects(key = "orderId")
    OrderPage on(PaymentEvent.Paid event) {
        return with("paid, thank you");
    }

    @Projects(key = "orderId")
    OrderPage on(PaymentEvent.Refunded event) {
        return with("the money is on its way back");
    }

    @Projects(key = "orderId")
    OrderPage on(OrderEvent.OrderConfirmed event) {
        return with("sent as " + event.parcel());
    }

    @Projects(key = "orderId")
    OrderPage on(OrderEvent.OrderCancelled event) {
        return with("cancelled: " + event.reason());
    }

    private OrderPage with(String line) {
        List<String> more = new ArrayList<>(lines);
        more.add(line);
        return new OrderPage(more);
    }
}
