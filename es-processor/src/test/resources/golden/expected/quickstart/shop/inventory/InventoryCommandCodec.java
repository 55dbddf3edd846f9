package shop.inventory;

import dev.eventfold.es.spi.EventfoldGenerated;
import dev.eventfold.es.spi.Members;
import dev.eventfold.es.spi.PayloadCodec;
import dev.eventfold.es.spi.PayloadInput;
import dev.eventfold.es.spi.PayloadOutput;
import java.util.List;
import javax.annotation.processing.Generated;

/** How the payloads of {@link InventoryCommand} are stored. Generated from it; do not edit. */
@Generated("dev.eventfold.es.processor.EventfoldProcessor")
@EventfoldGenerated(
    from = {
        "shop.inventory.InventoryCommand.Reserve",
        "shop.inventory.InventoryCommand.Stock"
    })
public final class InventoryCommandCodec implements PayloadCodec {
    private static final Members RESERVE_MEMBERS = Members.of("orderId", "quantity");

    private static final Members STOCK_MEMBERS = Members.of("quantity");

    /** For definitions. */
    public InventoryCommandCodec() {}

    @Override
    public List<Class<?>> types() {
        return List.of(
                InventoryCommand.Reserve.class,
                InventoryCommand.Stock.class);
    }

    @Override
    public Object read(int type, PayloadInput in) {
        return switch (type) {
            case 0 -> readReserve(in);
            case 1 -> readStock(in);
            default -> throw unknown(type);
        };
    }

    @Override
    public void write(int type, Object value, PayloadOutput out) {
        switch (type) {
            case 0 -> writeReserve(out, (InventoryCommand.Reserve) value);
            case 1 -> writeStock(out, (InventoryCommand.Stock) value);
            default -> throw unknown(type);
        }
    }

    private static InventoryCommand.Reserve readReserve(PayloadInput in) {
        String orderId = null;
        int quantity = 0;
        in.beginRecord(RESERVE_MEMBERS);
        for (int member = in.nextMember(); member != PayloadInput.END; member = in.nextMember()) {
            switch (member) {
                case 0 -> orderId = in.readString();
                case 1 -> quantity = in.readInt();
            }
        }
        return new InventoryCommand.Reserve(orderId, quantity);
    }

    private static void writeReserve(PayloadOutput out, InventoryCommand.Reserve value) {
        out.beginObject();
        out.member("orderId").write(value.orderId());
        out.member("quantity").write(value.quantity());
        out.endObject();
    }

    private static InventoryCommand.Stock readStock(PayloadInput in) {
        int quantity = 0;
        in.beginRecord(STOCK_MEMBERS);
        for (int member = in.nextMember(); member != PayloadInput.END; member = in.nextMember()) {
            switch (member) {
                case 0 -> quantity = in.readInt();
            }
        }
        return new InventoryCommand.Stock(quantity);
    }

    private static void writeStock(PayloadOutput out, InventoryCommand.Stock value) {
        out.beginObject();
        out.member("quantity").write(value.quantity());
        out.endObject();
    }
}
