package shop.inventory;

import dev.eventfold.es.spi.EventfoldGenerated;
import dev.eventfold.es.spi.Members;
import dev.eventfold.es.spi.PayloadCodec;
import dev.eventfold.es.spi.PayloadInput;
import dev.eventfold.es.spi.PayloadOutput;
import java.util.List;
import javax.annotation.processing.Generated;

/** How the payloads of {@link InventoryEvent} are stored. Generated from it; do not edit. */
@Generated("dev.eventfold.es.processor.EventfoldProcessor")
@EventfoldGenerated(
    from = {
        "shop.inventory.InventoryEvent.Reserved",
        "shop.inventory.InventoryEvent.Stocked"
    })
public final class InventoryEventCodec implements PayloadCodec {
    private static final Members RESERVED_MEMBERS = Members.of("orderId", "quantity");

    private static final Members STOCKED_MEMBERS = Members.of("quantity");

    /** For definitions. */
    public InventoryEventCodec() {}

    @Override
    public List<Class<?>> types() {
        return List.of(
                InventoryEvent.Reserved.class,
                InventoryEvent.Stocked.class);
    }

    @Override
    public Object read(int type, PayloadInput in) {
        return switch (type) {
            case 0 -> readReserved(in);
            case 1 -> readStocked(in);
            default -> throw unknown(type);
        };
    }

    @Override
    public void write(int type, Object value, PayloadOutput out) {
        switch (type) {
            case 0 -> writeReserved(out, (InventoryEvent.Reserved) value);
            case 1 -> writeStocked(out, (InventoryEvent.Stocked) value);
            default -> throw unknown(type);
        }
    }

    private static InventoryEvent.Reserved readReserved(PayloadInput in) {
        String orderId = null;
        int quantity = 0;
        in.beginRecord(RESERVED_MEMBERS);
        for (int member = in.nextMember(); member != PayloadInput.END; member = in.nextMember()) {
            switch (member) {
                case 0 -> orderId = in.readString();
                case 1 -> quantity = in.readInt();
            }
        }
        return new InventoryEvent.Reserved(orderId, quantity);
    }

    private static void writeReserved(PayloadOutput out, InventoryEvent.Reserved value) {
        out.beginObject();
        out.member("orderId").write(value.orderId());
        out.member("quantity").write(value.quantity());
        out.endObject();
    }

    private static InventoryEvent.Stocked readStocked(PayloadInput in) {
        int quantity = 0;
        in.beginRecord(STOCKED_MEMBERS);
        for (int member = in.nextMember(); member != PayloadInput.END; member = in.nextMember()) {
            switch (member) {
                case 0 -> quantity = in.readInt();
            }
        }
        return new InventoryEvent.Stocked(quantity);
    }

    private static void writeStocked(PayloadOutput out, InventoryEvent.Stocked value) {
        out.beginObject();
        out.member("quantity").write(value.quantity());
        out.endObject();
    }
}
