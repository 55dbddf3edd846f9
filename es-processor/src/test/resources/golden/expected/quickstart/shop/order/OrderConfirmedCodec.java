package shop.order;

import dev.eventfold.es.spi.EventfoldGenerated;
import dev.eventfold.es.spi.Members;
import dev.eventfold.es.spi.PayloadCodec;
import dev.eventfold.es.spi.PayloadInput;
import dev.eventfold.es.spi.PayloadOutput;
import java.util.List;
import javax.annotation.processing.Generated;

/** How the payloads of {@link OrderConfirmed} are stored. Generated from it; do not edit. */
@Generated("dev.eventfold.es.processor.EventfoldProcessor")
@EventfoldGenerated(from = "shop.order.OrderConfirmed")
public final class OrderConfirmedCodec implements PayloadCodec {
    private static final Members ORDER_CONFIRMED_MEMBERS = Members.of("sku");

    /** For definitions. */
    public OrderConfirmedCodec() {}

    @Override
    public List<Class<?>> types() {
        return List.of(OrderConfirmed.class);
    }

    @Override
    public Object read(int type, PayloadInput in) {
        return switch (type) {
            case 0 -> readOrderConfirmed(in);
            default -> throw unknown(type);
        };
    }

    @Override
    public void write(int type, Object value, PayloadOutput out) {
        switch (type) {
            case 0 -> writeOrderConfirmed(out, (OrderConfirmed) value);
            default -> throw unknown(type);
        }
    }

    private static OrderConfirmed readOrderConfirmed(PayloadInput in) {
        String sku = null;
        in.beginRecord(ORDER_CONFIRMED_MEMBERS);
        for (int member = in.nextMember(); member != PayloadInput.END; member = in.nextMember()) {
            switch (member) {
                case 0 -> sku = in.readString();
            }
        }
        return new OrderConfirmed(sku);
    }

    private static void writeOrderConfirmed(PayloadOutput out, OrderConfirmed value) {
        out.beginObject();
        out.member("sku").write(value.sku());
        out.endObject();
    }
}
