package shop.order;

import dev.eventfold.es.spi.EventfoldGenerated;
import dev.eventfold.es.spi.Members;
import dev.eventfold.es.spi.PayloadCodec;
import dev.eventfold.es.spi.PayloadInput;
import dev.eventfold.es.spi.PayloadOutput;
import java.util.List;
import javax.annotation.processing.Generated;

/** How the payloads of {@link OrderPlaced} are stored. Generated from it; do not edit. */
@Generated("dev.eventfold.es.processor.EventfoldProcessor")
@EventfoldGenerated(from = "shop.order.OrderPlaced")
public final class OrderPlacedCodec implements PayloadCodec {
    private static final Members ORDER_PLACED_MEMBERS = Members.of("orderId", "sku", "quantity");

    /** For definitions. */
    public OrderPlacedCodec() {}

    @Override
    public List<Class<?>> types() {
        return List.of(OrderPlaced.class);
    }

    @Override
    public Object read(int type, PayloadInput in) {
        return switch (type) {
            case 0 -> readOrderPlaced(in);
            default -> throw unknown(type);
        };
    }

    @Override
    public void write(int type, Object value, PayloadOutput out) {
        switch (type) {
            case 0 -> writeOrderPlaced(out, (OrderPlaced) value);
            default -> throw unknown(type);
        }
    }

    private static OrderPlaced readOrderPlaced(PayloadInput in) {
        String orderId = null;
        String sku = null;
        int quantity = 0;
        in.beginRecord(ORDER_PLACED_MEMBERS);
        for (int member = in.nextMember(); member != PayloadInput.END; member = in.nextMember()) {
            switch (member) {
                case 0 -> orderId = in.readString();
                case 1 -> sku = in.readString();
                case 2 -> quantity = in.readInt();
            }
        }
        return new OrderPlaced(orderId, sku, quantity);
    }

    private static void writeOrderPlaced(PayloadOutput out, OrderPlaced value) {
        out.beginObject();
        out.member("orderId").write(value.orderId());
        out.member("sku").write(value.sku());
        out.member("quantity").write(value.quantity());
        out.endObject();
    }
}
