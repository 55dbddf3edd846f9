package desk;

import dev.eventfold.es.spi.EventfoldGenerated;
import dev.eventfold.es.spi.Members;
import dev.eventfold.es.spi.PayloadCodec;
import dev.eventfold.es.spi.PayloadInput;
import dev.eventfold.es.spi.PayloadOutput;
import java.util.List;
import javax.annotation.processing.Generated;

/** How the payloads of {@link Delivered} are stored. Generated from it; do not edit. */
@Generated("dev.eventfold.es.processor.EventfoldProcessor")
@EventfoldGenerated(from = "desk.Delivered")
final class DeliveredCodec implements PayloadCodec {
    private static final Members DELIVERED_MEMBERS = Members.of("sku", "quantity");

    /** For definitions. */
    DeliveredCodec() {}

    @Override
    public List<Class<?>> types() {
        return List.of(Delivered.class);
    }

    @Override
    public Object read(int type, PayloadInput in) {
        return switch (type) {
            case 0 -> readDelivered(in);
            default -> throw unknown(type);
        };
    }

    @Override
    public void write(int type, Object value, PayloadOutput out) {
        switch (type) {
            case 0 -> writeDelivered(out, (Delivered) value);
            default -> throw unknown(type);
        }
    }

    private static Delivered readDelivered(PayloadInput in) {
        String sku = null;
        int quantity = 0;
        in.beginRecord(DELIVERED_MEMBERS);
        for (int member = in.nextMember(); member != PayloadInput.END; member = in.nextMember()) {
            switch (member) {
                case 0 -> sku = in.readString();
                case 1 -> quantity = in.readInt();
            }
        }
        return new Delivered(sku, quantity);
    }

    private static void writeDelivered(PayloadOutput out, Delivered value) {
        out.beginObject();
        out.member("sku").write(value.sku());
        out.member("quantity").write(value.quantity());
        out.endObject();
    }
}
