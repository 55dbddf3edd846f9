package desk;

import dev.eventfold.es.spi.EventfoldGenerated;
import dev.eventfold.es.spi.Members;
import dev.eventfold.es.spi.PayloadCodec;
import dev.eventfold.es.spi.PayloadInput;
import dev.eventfold.es.spi.PayloadOutput;
import java.util.List;
import javax.annotation.processing.Generated;

/** How the payloads of {@link CloseOrder} are stored. Generated from it; do not edit. */
@Generated("dev.eventfold.es.processor.EventfoldProcessor")
@EventfoldGenerated(from = "desk.CloseOrder")
final class CloseOrderCodec implements PayloadCodec {
    private static final Members CLOSE_ORDER_MEMBERS = Members.of("because");

    /** For definitions. */
    CloseOrderCodec() {}

    @Override
    public List<Class<?>> types() {
        return List.of(CloseOrder.class);
    }

    @Override
    public Object read(int type, PayloadInput in) {
        return switch (type) {
            case 0 -> readCloseOrder(in);
            default -> throw unknown(type);
        };
    }

    @Override
    public void write(int type, Object value, PayloadOutput out) {
        switch (type) {
            case 0 -> writeCloseOrder(out, (CloseOrder) value);
            default -> throw unknown(type);
        }
    }

    private static CloseOrder readCloseOrder(PayloadInput in) {
        String because = null;
        in.beginRecord(CLOSE_ORDER_MEMBERS);
        for (int member = in.nextMember(); member != PayloadInput.END; member = in.nextMember()) {
            switch (member) {
                case 0 -> because = in.readString();
            }
        }
        return new CloseOrder(because);
    }

    private static void writeCloseOrder(PayloadOutput out, CloseOrder value) {
        out.beginObject();
        out.member("because").write(value.because());
        out.endObject();
    }
}
