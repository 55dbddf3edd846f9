package shop;

import dev.eventfold.es.spi.EventfoldGenerated;
import dev.eventfold.es.spi.Members;
import dev.eventfold.es.spi.PayloadCodec;
import dev.eventfold.es.spi.PayloadInput;
import dev.eventfold.es.spi.PayloadOutput;
import java.util.List;
import javax.annotation.processing.Generated;

/** How the payloads of {@link Order} are stored. Generated from it; do not edit. */
@Generated("dev.eventfold.es.processor.EventfoldProcessor")
@EventfoldGenerated(
    from = {
        "shop.Order.Command.Cancel",
        "shop.Order.Command.Place",
        "shop.Order.Event.Cancelled",
        "shop.Order.Event.Placed"
    })
public final class OrderCodec implements PayloadCodec {
    private static final Members COMMAND_CANCEL_MEMBERS = Members.of("why");

    private static final Members COMMAND_PLACE_MEMBERS = Members.of("orderId", "quantity");

    private static final Members EVENT_CANCELLED_MEMBERS = Members.of("why");

    private static final Members EVENT_PLACED_MEMBERS = Members.of("orderId", "quantity");

    /** For definitions. */
    public OrderCodec() {}

    @Override
    public List<Class<?>> types() {
        return List.of(
                Order.Command.Cancel.class,
                Order.Command.Place.class,
                Order.Event.Cancelled.class,
                Order.Event.Placed.class);
    }

    @Override
    public Object read(int type, PayloadInput in) {
        return switch (type) {
            case 0 -> readCommand_Cancel(in);
            case 1 -> readCommand_Place(in);
            case 2 -> readEvent_Cancelled(in);
            case 3 -> readEvent_Placed(in);
            default -> throw unknown(type);
        };
    }

    @Override
    public void write(int type, Object value, PayloadOutput out) {
        switch (type) {
            case 0 -> writeCommand_Cancel(out, (Order.Command.Cancel) value);
            case 1 -> writeCommand_Place(out, (Order.Command.Place) value);
            case 2 -> writeEvent_Cancelled(out, (Order.Event.Cancelled) value);
            case 3 -> writeEvent_Placed(out, (Order.Event.Placed) value);
            default -> throw unknown(type);
        }
    }

    private static Order.Command.Cancel readCommand_Cancel(PayloadInput in) {
        String why = null;
        in.beginRecord(COMMAND_CANCEL_MEMBERS);
        for (int member = in.nextMember(); member != PayloadInput.END; member = in.nextMember()) {
            switch (member) {
                case 0 -> why = in.readString();
            }
        }
        return new Order.Command.Cancel(why);
    }

    private static void writeCommand_Cancel(PayloadOutput out, Order.Command.Cancel value) {
        out.beginObject();
        out.member("why").write(value.why());
        out.endObject();
    }

    private static Order.Command.Place readCommand_Place(PayloadInput in) {
        String orderId = null;
        int quantity = 0;
        in.beginRecord(COMMAND_PLACE_MEMBERS);
        for (int member = in.nextMember(); member != PayloadInput.END; member = in.nextMember()) {
            switch (member) {
                case 0 -> orderId = in.readString();
                case 1 -> quantity = in.readInt();
            }
        }
        return new Order.Command.Place(orderId, quantity);
    }

    private static void writeCommand_Place(PayloadOutput out, Order.Command.Place value) {
        out.beginObject();
        out.member("orderId").write(value.orderId());
        out.member("quantity").write(value.quantity());
        out.endObject();
    }

    private static Order.Event.Cancelled readEvent_Cancelled(PayloadInput in) {
        String why = null;
        in.beginRecord(EVENT_CANCELLED_MEMBERS);
        for (int member = in.nextMember(); member != PayloadInput.END; member = in.nextMember()) {
            switch (member) {
                case 0 -> why = in.readString();
            }
        }
        return new Order.Event.Cancelled(why);
    }

    private static void writeEvent_Cancelled(PayloadOutput out, Order.Event.Cancelled value) {
        out.beginObject();
        out.member("why").write(value.why());
        out.endObject();
    }

    private static Order.Event.Placed readEvent_Placed(PayloadInput in) {
        String orderId = null;
        int quantity = 0;
        in.beginRecord(EVENT_PLACED_MEMBERS);
        for (int member = in.nextMember(); member != PayloadInput.END; member = in.nextMember()) {
            switch (member) {
                case 0 -> orderId = in.readString();
                case 1 -> quantity = in.readInt();
            }
        }
        return new Order.Event.Placed(orderId, quantity);
    }

    private static void writeEvent_Placed(PayloadOutput out, Order.Event.Placed value) {
        out.beginObject();
        out.member("orderId").write(value.orderId());
        out.member("quantity").write(value.quantity());
        out.endObject();
    }
}
