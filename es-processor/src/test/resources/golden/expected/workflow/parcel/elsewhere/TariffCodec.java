package parcel.elsewhere;

import dev.eventfold.es.spi.EventfoldGenerated;
import dev.eventfold.es.spi.Members;
import dev.eventfold.es.spi.PayloadCodec;
import dev.eventfold.es.spi.PayloadInput;
import dev.eventfold.es.spi.PayloadOutput;
import java.util.List;
import javax.annotation.processing.Generated;

/** How the payloads of {@link Tariff} are stored. Generated from it; do not edit. */
@Generated("dev.eventfold.es.processor.EventfoldProcessor")
@EventfoldGenerated(
    from = {
        "parcel.elsewhere.Tariff.Raise",
        "parcel.elsewhere.Tariff.RaiseAgain"
    })
public final class TariffCodec implements PayloadCodec {
    private static final Members RAISE_MEMBERS = Members.of("percent");

    private static final Members RAISE_AGAIN_MEMBERS = Members.of("percent");

    /** For definitions. */
    public TariffCodec() {}

    @Override
    public List<Class<?>> types() {
        return List.of(
                Tariff.Raise.class,
                Tariff.RaiseAgain.class);
    }

    @Override
    public Object read(int type, PayloadInput in) {
        return switch (type) {
            case 0 -> readRaise(in);
            case 1 -> readRaiseAgain(in);
            default -> throw unknown(type);
        };
    }

    @Override
    public void write(int type, Object value, PayloadOutput out) {
        switch (type) {
            case 0 -> writeRaise(out, (Tariff.Raise) value);
            case 1 -> writeRaiseAgain(out, (Tariff.RaiseAgain) value);
            default -> throw unknown(type);
        }
    }

    private static Tariff.Raise readRaise(PayloadInput in) {
        int percent = 0;
        in.beginRecord(RAISE_MEMBERS);
        for (int member = in.nextMember(); member != PayloadInput.END; member = in.nextMember()) {
            switch (member) {
                case 0 -> percent = in.readInt();
            }
        }
        return new Tariff.Raise(percent);
    }

    private static void writeRaise(PayloadOutput out, Tariff.Raise value) {
        out.beginObject();
        out.member("percent").write(value.percent());
        out.endObject();
    }

    private static Tariff.RaiseAgain readRaiseAgain(PayloadInput in) {
        int percent = 0;
        in.beginRecord(RAISE_AGAIN_MEMBERS);
        for (int member = in.nextMember(); member != PayloadInput.END; member = in.nextMember()) {
            switch (member) {
                case 0 -> percent = in.readInt();
            }
        }
        return new Tariff.RaiseAgain(percent);
    }

    private static void writeRaiseAgain(PayloadOutput out, Tariff.RaiseAgain value) {
        out.beginObject();
        out.member("percent").write(value.percent());
        out.endObject();
    }
}
