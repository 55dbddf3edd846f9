package shop;

import dev.eventfold.es.spi.EventfoldGenerated;
import dev.eventfold.es.spi.Members;
import dev.eventfold.es.spi.PayloadCodec;
import dev.eventfold.es.spi.PayloadInput;
import dev.eventfold.es.spi.PayloadOutput;
import java.util.List;
import javax.annotation.processing.Generated;

/** How the payloads of {@link Shop} are stored. Generated from it; do not edit. */
@Generated("dev.eventfold.es.processor.EventfoldProcessor")
@EventfoldGenerated(
    from = {
        "shop.Shop.Audit",
        "shop.Shop.Desk",
        "shop.Shop.Place",
        "shop.Shop.Placed",
        "shop.Shop.Scribe"
    })
final class ShopCodec implements PayloadCodec {
    private static final Members AUDIT_MEMBERS = Members.of();

    private static final Members DESK_MEMBERS = Members.of("seen");

    private static final Members PLACE_MEMBERS = Members.of("id");

    private static final Members PLACED_MEMBERS = Members.of("id", "total");

    private static final Members SCRIBE_MEMBERS = Members.of("seen");

    /** For definitions. */
    ShopCodec() {}

    @Override
    public List<Class<?>> types() {
        return List.of(
                Shop.Audit.class,
                Shop.Desk.class,
                Shop.Place.class,
                Shop.Placed.class,
                Shop.Scribe.class);
    }

    @Override
    public Object read(int type, PayloadInput in) {
        return switch (type) {
            case 0 -> readAudit(in);
            case 1 -> readDesk(in);
            case 2 -> readPlace(in);
            case 3 -> readPlaced(in);
            case 4 -> readScribe(in);
            default -> throw unknown(type);
        };
    }

    @Override
    public void write(int type, Object value, PayloadOutput out) {
        switch (type) {
            case 0 -> writeAudit(out, (Shop.Audit) value);
            case 1 -> writeDesk(out, (Shop.Desk) value);
            case 2 -> writePlace(out, (Shop.Place) value);
            case 3 -> writePlaced(out, (Shop.Placed) value);
            case 4 -> writeScribe(out, (Shop.Scribe) value);
            default -> throw unknown(type);
        }
    }

    private static Shop.Audit readAudit(PayloadInput in) {
        Shop.Audit value = new Shop.Audit();
        in.beginFields(AUDIT_MEMBERS);
        in.nextMember();
        return value;
    }

    private static void writeAudit(PayloadOutput out, Shop.Audit unused) {
        out.beginObject();
        out.endObject();
    }

    private static Shop.Desk readDesk(PayloadInput in) {
        int seen = 0;
        in.beginRecord(DESK_MEMBERS);
        for (int member = in.nextMember(); member != PayloadInput.END; member = in.nextMember()) {
            switch (member) {
                case 0 -> seen = in.readInt();
            }
        }
        return new Shop.Desk(seen);
    }

    private static void writeDesk(PayloadOutput out, Shop.Desk value) {
        out.beginObject();
        out.member("seen").write(value.seen());
        out.endObject();
    }

    private static Shop.Place readPlace(PayloadInput in) {
        String id = null;
        in.beginRecord(PLACE_MEMBERS);
        for (int member = in.nextMember(); member != PayloadInput.END; member = in.nextMember()) {
            switch (member) {
                case 0 -> id = in.readString();
            }
        }
        return new Shop.Place(id);
    }

    private static void writePlace(PayloadOutput out, Shop.Place value) {
        out.beginObject();
        out.member("id").write(value.id());
        out.endObject();
    }

    private static Shop.Placed readPlaced(PayloadInput in) {
        String id = null;
        int total = 0;
        in.beginRecord(PLACED_MEMBERS);
        for (int member = in.nextMember(); member != PayloadInput.END; member = in.nextMember()) {
            switch (member) {
                case 0 -> id = in.readString();
                case 1 -> total = in.readInt();
            }
        }
        return new Shop.Placed(id, total);
    }

    private static void writePlaced(PayloadOutput out, Shop.Placed value) {
        out.beginObject();
        out.member("id").write(value.id());
        out.member("total").write(value.total());
        out.endObject();
    }

    private static Shop.Scribe readScribe(PayloadInput in) {
        int seen = 0;
        in.beginRecord(SCRIBE_MEMBERS);
        for (int member = in.nextMember(); member != PayloadInput.END; member = in.nextMember()) {
            switch (member) {
                case 0 -> seen = in.readInt();
            }
        }
        return new Shop.Scribe(seen);
    }

    private static void writeScribe(PayloadOutput out, Shop.Scribe value) {
        out.beginObject();
        out.member("seen").write(value.seen());
        out.endObject();
    }
}
