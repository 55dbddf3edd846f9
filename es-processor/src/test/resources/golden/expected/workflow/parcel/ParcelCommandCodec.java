package parcel;

import dev.eventfold.es.spi.EventfoldGenerated;
import dev.eventfold.es.spi.Members;
import dev.eventfold.es.spi.PayloadCodec;
import dev.eventfold.es.spi.PayloadInput;
import dev.eventfold.es.spi.PayloadOutput;
import java.util.List;
import javax.annotation.processing.Generated;

/** How the payloads of {@link ParcelCommand} are stored. Generated from it; do not edit. */
@Generated("dev.eventfold.es.processor.EventfoldProcessor")
@EventfoldGenerated(
    from = {
        "parcel.ParcelCommand.Forget",
        "parcel.ParcelCommand.Return",
        "parcel.ParcelCommand.Send",
        "parcel.ParcelCommand.Weigh"
    })
final class ParcelCommandCodec implements PayloadCodec {
    private static final Members FORGET_MEMBERS = Members.of();

    private static final Members RETURN_MEMBERS = Members.of("to");

    private static final Members SEND_MEMBERS = Members.of("to");

    private static final Members WEIGH_MEMBERS = Members.of("grams");

    /** For definitions. */
    ParcelCommandCodec() {}

    @Override
    public List<Class<?>> types() {
        return List.of(
                ParcelCommand.Forget.class,
                ParcelCommand.Return.class,
                ParcelCommand.Send.class,
                ParcelCommand.Weigh.class);
    }

    @Override
    public Object read(int type, PayloadInput in) {
        return switch (type) {
            case 0 -> readForget(in);
            case 1 -> readReturn(in);
            case 2 -> readSend(in);
            case 3 -> readWeigh(in);
            default -> throw unknown(type);
        };
    }

    @Override
    public void write(int type, Object value, PayloadOutput out) {
        switch (type) {
            case 0 -> writeForget(out, (ParcelCommand.Forget) value);
            case 1 -> writeReturn(out, (ParcelCommand.Return) value);
            case 2 -> writeSend(out, (ParcelCommand.Send) value);
            case 3 -> writeWeigh(out, (ParcelCommand.Weigh) value);
            default -> throw unknown(type);
        }
    }

    private static ParcelCommand.Forget readForget(PayloadInput in) {
        in.beginRecord(FORGET_MEMBERS);
        in.nextMember();
        return new ParcelCommand.Forget();
    }

    private static void writeForget(PayloadOutput out, ParcelCommand.Forget unused) {
        out.beginObject();
        out.endObject();
    }

    private static ParcelCommand.Return readReturn(PayloadInput in) {
        String to = null;
        in.beginRecord(RETURN_MEMBERS);
        for (int member = in.nextMember(); member != PayloadInput.END; member = in.nextMember()) {
            switch (member) {
                case 0 -> to = in.readString();
            }
        }
        return new ParcelCommand.Return(to);
    }

    private static void writeReturn(PayloadOutput out, ParcelCommand.Return value) {
        out.beginObject();
        out.member("to").write(value.to());
        out.endObject();
    }

    private static ParcelCommand.Send readSend(PayloadInput in) {
        String to = null;
        in.beginRecord(SEND_MEMBERS);
        for (int member = in.nextMember(); member != PayloadInput.END; member = in.nextMember()) {
            switch (member) {
                case 0 -> to = in.readString();
            }
        }
        return new ParcelCommand.Send(to);
    }

    private static void writeSend(PayloadOutput out, ParcelCommand.Send value) {
        out.beginObject();
        out.member("to").write(value.to());
        out.endObject();
    }

    private static ParcelCommand.Weigh readWeigh(PayloadInput in) {
        int grams = 0;
        in.beginRecord(WEIGH_MEMBERS);
        for (int member = in.nextMember(); member != PayloadInput.END; member = in.nextMember()) {
            switch (member) {
                case 0 -> grams = in.readInt();
            }
        }
        return new ParcelCommand.Weigh(grams);
    }

    private static void writeWeigh(PayloadOutput out, ParcelCommand.Weigh value) {
        out.beginObject();
        out.member("grams").write(value.grams());
        out.endObject();
    }
}
