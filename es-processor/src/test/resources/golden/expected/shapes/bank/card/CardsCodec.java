package bank.card;

import dev.eventfold.es.spi.EventfoldGenerated;
import dev.eventfold.es.spi.Members;
import dev.eventfold.es.spi.PayloadCodec;
import dev.eventfold.es.spi.PayloadInput;
import dev.eventfold.es.spi.PayloadOutput;
import java.util.List;
import javax.annotation.processing.Generated;

/** How the payloads of {@link Cards} are stored. Generated from it; do not edit. */
@Generated("dev.eventfold.es.processor.EventfoldProcessor")
@EventfoldGenerated(
    from = {
        "bank.card.Cards.Block",
        "bank.card.Cards.Blocked"
    })
public final class CardsCodec implements PayloadCodec {
    private static final Members BLOCK_MEMBERS = Members.of("reason");

    private static final Members BLOCKED_MEMBERS = Members.of("reason");

    /** For definitions. */
    public CardsCodec() {}

    @Override
    public List<Class<?>> types() {
        return List.of(
                Cards.Block.class,
                Cards.Blocked.class);
    }

    @Override
    public Object read(int type, PayloadInput in) {
        return switch (type) {
            case 0 -> readBlock(in);
            case 1 -> readBlocked(in);
            default -> throw unknown(type);
        };
    }

    @Override
    public void write(int type, Object value, PayloadOutput out) {
        switch (type) {
            case 0 -> writeBlock(out, (Cards.Block) value);
            case 1 -> writeBlocked(out, (Cards.Blocked) value);
            default -> throw unknown(type);
        }
    }

    private static Cards.Block readBlock(PayloadInput in) {
        Cards.Reason reason = null;
        in.beginRecord(BLOCK_MEMBERS);
        for (int member = in.nextMember(); member != PayloadInput.END; member = in.nextMember()) {
            switch (member) {
                case 0 -> reason = in.readEnum(Cards.Reason.class);
            }
        }
        return new Cards.Block(reason);
    }

    private static void writeBlock(PayloadOutput out, Cards.Block value) {
        out.beginObject();
        out.member("reason").write(value.reason());
        out.endObject();
    }

    private static Cards.Blocked readBlocked(PayloadInput in) {
        Cards.Reason reason = null;
        in.beginRecord(BLOCKED_MEMBERS);
        for (int member = in.nextMember(); member != PayloadInput.END; member = in.nextMember()) {
            switch (member) {
                case 0 -> reason = in.readEnum(Cards.Reason.class);
            }
        }
        return new Cards.Blocked(reason);
    }

    private static void writeBlocked(PayloadOutput out, Cards.Blocked value) {
        out.beginObject();
        out.member("reason").write(value.reason());
        out.endObject();
    }
}
