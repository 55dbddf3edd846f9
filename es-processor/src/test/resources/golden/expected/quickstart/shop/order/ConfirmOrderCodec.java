package shop.order;

import dev.eventfold.es.spi.EventfoldGenerated;
import dev.eventfold.es.spi.Members;
import dev.eventfold.es.spi.PayloadCodec;
import dev.eventfold.es.spi.PayloadInput;
import dev.eventfold.es.spi.PayloadOutput;
import java.util.List;
import javax.annotation.processing.Generated;

/** How the payloads of {@link ConfirmOrder} are stored. Generated from it; do not edit. */
@Generated("dev.eventfold.es.processor.EventfoldProcessor")
@EventfoldGenerated(from = "shop.order.ConfirmOrder")
public final class ConfirmOrderCodec implements PayloadCodec {
    private static final Members CONFIRM_ORDER_MEMBERS = Members.of("sku");

    /** For definitions. */
    public ConfirmOrderCodec() {}

    @Override
    public List<Class<?>> types() {
        return List.of(ConfirmOrder.class);
    }

    @Override
    public Object read(int type, PayloadInput in) {
        return switch (type) {
            case 0 -> readConfirmOrder(in);
            default -> throw unknown(type);
        };
    }

    @Override
    public void write(int type, Object value, PayloadOutput out) {
        switch (type) {
            case 0 -> writeConfirmOrder(out, (ConfirmOrder) value);
            default -> throw unknown(type);
        }
    }

    private static ConfirmOrder readConfirmOrder(PayloadInput in) {
        String sku = null;
        in.beginRecord(CONFIRM_ORDER_MEMBERS);
        for (int member = in.nextMember(); member != PayloadInput.END; member = in.nextMember()) {
            switch (member) {
                case 0 -> sku = in.readString();
            }
        }
        return new ConfirmOrder(sku);
    }

    private static void writeConfirmOrder(PayloadOutput out, ConfirmOrder value) {
        out.beginObject();
        out.member("sku").write(value.sku());
        out.endObject();
    }
}
