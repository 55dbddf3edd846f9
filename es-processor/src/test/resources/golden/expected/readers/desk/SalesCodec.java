package desk;

import dev.eventfold.es.spi.EventfoldGenerated;
import dev.eventfold.es.spi.Members;
import dev.eventfold.es.spi.PayloadCodec;
import dev.eventfold.es.spi.PayloadInput;
import dev.eventfold.es.spi.PayloadOutput;
import java.util.List;
import javax.annotation.processing.Generated;

/** How the payloads of {@link Sales} are stored. Generated from it; do not edit. */
@Generated("dev.eventfold.es.processor.EventfoldProcessor")
@EventfoldGenerated(from = "desk.Sales.Turnover")
final class SalesCodec implements PayloadCodec {
    private static final Members TURNOVER_MEMBERS = Members.of("cents", "others");

    /** For definitions. */
    SalesCodec() {}

    @Override
    public List<Class<?>> types() {
        return List.of(Sales.Turnover.class);
    }

    @Override
    public Object read(int type, PayloadInput in) {
        return switch (type) {
            case 0 -> readTurnover(in);
            default -> throw unknown(type);
        };
    }

    @Override
    public void write(int type, Object value, PayloadOutput out) {
        switch (type) {
            case 0 -> writeTurnover(out, (Sales.Turnover) value);
            default -> throw unknown(type);
        }
    }

    private static Sales.Turnover readTurnover(PayloadInput in) {
        long cents = 0;
        long others = 0;
        in.beginRecord(TURNOVER_MEMBERS);
        for (int member = in.nextMember(); member != PayloadInput.END; member = in.nextMember()) {
            switch (member) {
                case 0 -> cents = in.readLong();
                case 1 -> others = in.readLong();
            }
        }
        return new Sales.Turnover(cents, others);
    }

    private static void writeTurnover(PayloadOutput out, Sales.Turnover value) {
        out.beginObject();
        out.member("cents").write(value.cents());
        out.member("others").write(value.others());
        out.endObject();
    }
}
