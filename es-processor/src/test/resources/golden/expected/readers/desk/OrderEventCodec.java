package desk;

import dev.eventfold.es.spi.EventfoldGenerated;
import dev.eventfold.es.spi.Members;
import dev.eventfold.es.spi.PayloadCodec;
import dev.eventfold.es.spi.PayloadInput;
import dev.eventfold.es.spi.PayloadOutput;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.Generated;

/** How the payloads of {@link OrderEvent} are stored. Generated from it; do not edit. */
@Generated("dev.eventfold.es.processor.EventfoldProcessor")
@EventfoldGenerated(
    from = {
        "desk.OrderEvent.Paid",
        "desk.OrderEvent.Placed",
        "desk.OrderEvent.Shipped"
    })
final class OrderEventCodec implements PayloadCodec {
    private static final Members PAID_MEMBERS = Members.of("order", "cents");

    private static final Members PLACED_MEMBERS = Members.of("order", "skus");

    private static final Members SHIPPED_MEMBERS = Members.of("order");

    /** For definitions. */
    OrderEventCodec() {}

    @Override
    public List<Class<?>> types() {
        return List.of(
                OrderEvent.Paid.class,
                OrderEvent.Placed.class,
                OrderEvent.Shipped.class);
    }

    @Override
    public Object read(int type, PayloadInput in) {
        return switch (type) {
            case 0 -> readPaid(in);
            case 1 -> readPlaced(in);
            case 2 -> readShipped(in);
            default -> throw unknown(type);
        };
    }

    @Override
    public void write(int type, Object value, PayloadOutput out) {
        switch (type) {
            case 0 -> writePaid(out, (OrderEvent.Paid) value);
            case 1 -> writePlaced(out, (OrderEvent.Placed) value);
            case 2 -> writeShipped(out, (OrderEvent.Shipped) value);
            default -> throw unknown(type);
        }
    }

    private static OrderEvent.Paid readPaid(PayloadInput in) {
        String order = null;
        int cents = 0;
        in.beginRecord(PAID_MEMBERS);
        for (int member = in.nextMember(); member != PayloadInput.END; member = in.nextMember()) {
            switch (member) {
                case 0 -> order = in.readString();
                case 1 -> cents = in.readInt();
            }
        }
        return new OrderEvent.Paid(order, cents);
    }

    private static void writePaid(PayloadOutput out, OrderEvent.Paid value) {
        out.beginObject();
        out.member("order").write(value.order());
        out.member("cents").write(value.cents());
        out.endObject();
    }

    private static OrderEvent.Placed readPlaced(PayloadInput in) {
        String order = null;
        Set<String> skus = null;
        in.beginRecord(PLACED_MEMBERS);
        for (int member = in.nextMember(); member != PayloadInput.END; member = in.nextMember()) {
            switch (member) {
                case 0 -> order = in.readString();
                case 1 -> skus = in.readSet(PayloadInput::readString);
            }
        }
        return new OrderEvent.Placed(order, skus);
    }

    private static void writePlaced(PayloadOutput out, OrderEvent.Placed value) {
        out.beginObject();
        out.member("order").write(value.order());
        out.member("skus").writeEach(value.skus(), PayloadOutput::write);
        out.endObject();
    }

    private static OrderEvent.Shipped readShipped(PayloadInput in) {
        String order = null;
        in.beginRecord(SHIPPED_MEMBERS);
        for (int member = in.nextMember(); member != PayloadInput.END; member = in.nextMember()) {
            switch (member) {
                case 0 -> order = in.readString();
            }
        }
        return new OrderEvent.Shipped(order);
    }

    private static void writeShipped(PayloadOutput out, OrderEvent.Shipped value) {
        out.beginObject();
        out.member("order").write(value.order());
        out.endObject();
    }
}
