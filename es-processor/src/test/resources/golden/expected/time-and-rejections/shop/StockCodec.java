package shop;

import dev.eventfold.es.spi.EventfoldGenerated;
import dev.eventfold.es.spi.Members;
import dev.eventfold.es.spi.PayloadCodec;
import dev.eventfold.es.spi.PayloadInput;
import dev.eventfold.es.spi.PayloadOutput;
import java.util.List;
import javax.annotation.processing.Generated;

/** How the payloads of {@link Stock} are stored. Generated from it; do not edit. */
@Generated("dev.eventfold.es.processor.EventfoldProcessor")
@EventfoldGenerated(
    from = {
        "shop.Stock.Count",
        "shop.Stock.Reserve",
        "shop.Stock.Reserved"
    })
public final class StockCodec implements PayloadCodec {
    private static final Members COUNT_MEMBERS = Members.of("quantity");

    private static final Members RESERVE_MEMBERS = Members.of("orderId", "quantity");

    private static final Members RESERVED_MEMBERS = Members.of("orderId");

    /** For definitions. */
    public StockCodec() {}

    @Override
    public List<Class<?>> types() {
        return List.of(
                Stock.Count.class,
                Stock.Reserve.class,
                Stock.Reserved.class);
    }

    @Override
    public Object read(int type, PayloadInput in) {
        return switch (type) {
            case 0 -> readCount(in);
            case 1 -> readReserve(in);
            case 2 -> readReserved(in);
            default -> throw unknown(type);
        };
    }

    @Override
    public void write(int type, Object value, PayloadOutput out) {
        switch (type) {
            case 0 -> writeCount(out, (Stock.Count) value);
            case 1 -> writeReserve(out, (Stock.Reserve) value);
            case 2 -> writeReserved(out, (Stock.Reserved) value);
            default -> throw unknown(type);
        }
    }

    private static Stock.Count readCount(PayloadInput in) {
        int quantity = 0;
        in.beginRecord(COUNT_MEMBERS);
        for (int member = in.nextMember(); member != PayloadInput.END; member = in.nextMember()) {
            switch (member) {
                case 0 -> quantity = in.readInt();
            }
        }
        return new Stock.Count(quantity);
    }

    private static void writeCount(PayloadOutput out, Stock.Count value) {
        out.beginObject();
        out.member("quantity").write(value.quantity());
        out.endObject();
    }

    private static Stock.Reserve readReserve(PayloadInput in) {
        String orderId = null;
        int quantity = 0;
        in.beginRecord(RESERVE_MEMBERS);
        for (int member = in.nextMember(); member != PayloadInput.END; member = in.nextMember()) {
            switch (member) {
                case 0 -> orderId = in.readString();
                case 1 -> quantity = in.readInt();
            }
        }
        return new Stock.Reserve(orderId, quantity);
    }

    private static void writeReserve(PayloadOutput out, Stock.Reserve value) {
        out.beginObject();
        out.member("orderId").write(value.orderId());
        out.member("quantity").write(value.quantity());
        out.endObject();
    }

    private static Stock.Reserved readReserved(PayloadInput in) {
        String orderId = null;
        in.beginRecord(RESERVED_MEMBERS);
        for (int member = in.nextMember(); member != PayloadInput.END; member = in.nextMember()) {
            switch (member) {
                case 0 -> orderId = in.readString();
            }
        }
        return new Stock.Reserved(orderId);
    }

    private static void writeReserved(PayloadOutput out, Stock.Reserved value) {
        out.beginObject();
        out.member("orderId").write(value.orderId());
        out.endObject();
    }
}
