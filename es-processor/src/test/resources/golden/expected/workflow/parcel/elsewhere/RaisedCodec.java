package parcel.elsewhere;

import dev.eventfold.es.spi.EventfoldGenerated;
import dev.eventfold.es.spi.Members;
import dev.eventfold.es.spi.PayloadCodec;
import dev.eventfold.es.spi.PayloadInput;
import dev.eventfold.es.spi.PayloadOutput;
import java.util.List;
import javax.annotation.processing.Generated;

/** How the payloads of {@link Raised} are stored. Generated from it; do not edit. */
@Generated("dev.eventfold.es.processor.EventfoldProcessor")
@EventfoldGenerated(from = "parcel.elsewhere.Raised")
public final class RaisedCodec implements PayloadCodec {
    private static final Members RAISED_MEMBERS = Members.of("percent");

    /** For definitions. */
    public RaisedCodec() {}

    @Override
    public List<Class<?>> types() {
        return List.of(Raised.class);
    }

    @Override
    public Object read(int type, PayloadInput in) {
        return switch (type) {
            case 0 -> readRaised(in);
            default -> throw unknown(type);
        };
    }

    @Override
    public void write(int type, Object value, PayloadOutput out) {
        switch (type) {
            case 0 -> writeRaised(out, (Raised) value);
            default -> throw unknown(type);
        }
    }

    private static Raised readRaised(PayloadInput in) {
        int percent = 0;
        in.beginRecord(RAISED_MEMBERS);
        for (int member = in.nextMember(); member != PayloadInput.END; member = in.nextMember()) {
            switch (member) {
                case 0 -> percent = in.readInt();
            }
        }
        return new Raised(percent);
    }

    private static void writeRaised(PayloadOutput out, Raised value) {
        out.beginObject();
        out.member("percent").write(value.percent());
        out.endObject();
    }
}
