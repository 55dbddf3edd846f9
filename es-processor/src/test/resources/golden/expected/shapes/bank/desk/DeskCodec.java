package bank.desk;

import dev.eventfold.es.spi.EventfoldGenerated;
import dev.eventfold.es.spi.Members;
import dev.eventfold.es.spi.PayloadCodec;
import dev.eventfold.es.spi.PayloadInput;
import dev.eventfold.es.spi.PayloadOutput;
import java.util.List;
import javax.annotation.processing.Generated;

/** How the payloads of {@link Desk} are stored. Generated from it; do not edit. */
@Generated("dev.eventfold.es.processor.EventfoldProcessor")
@EventfoldGenerated(from = "bank.desk.Desk")
public final class DeskCodec implements PayloadCodec {
    private static final Members DESK_MEMBERS = Members.of("moves");

    /** For definitions. */
    public DeskCodec() {}

    @Override
    public List<Class<?>> types() {
        return List.of(Desk.class);
    }

    @Override
    public Object read(int type, PayloadInput in) {
        return switch (type) {
            case 0 -> readDesk(in);
            default -> throw unknown(type);
        };
    }

    @Override
    public void write(int type, Object value, PayloadOutput out) {
        switch (type) {
            case 0 -> writeDesk(out, (Desk) value);
            default -> throw unknown(type);
        }
    }

    private static Desk readDesk(PayloadInput in) {
        long moves = 0;
        in.beginRecord(DESK_MEMBERS);
        for (int member = in.nextMember(); member != PayloadInput.END; member = in.nextMember()) {
            switch (member) {
                case 0 -> moves = in.readLong();
            }
        }
        return new Desk(moves);
    }

    private static void writeDesk(PayloadOutput out, Desk value) {
        out.beginObject();
        out.member("moves").write(value.moves());
        out.endObject();
    }
}
