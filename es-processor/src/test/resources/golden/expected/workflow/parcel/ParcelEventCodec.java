package parcel;

import dev.eventfold.es.spi.EventfoldGenerated;
import dev.eventfold.es.spi.Members;
import dev.eventfold.es.spi.PayloadCodec;
import dev.eventfold.es.spi.PayloadInput;
import dev.eventfold.es.spi.PayloadOutput;
import java.util.List;
import javax.annotation.processing.Generated;

/** How the payloads of {@link ParcelEvent} are stored. Generated from it; do not edit. */
@Generated("dev.eventfold.es.processor.EventfoldProcessor")
@EventfoldGenerated(
    from = {
        "parcel.ParcelEvent.Returned",
        "parcel.ParcelEvent.Sent",
        "parcel.ParcelEvent.Weighed"
    })
final class ParcelEventCodec implements PayloadCodec {
    private static final Members RETURNED_MEMBERS = Members.of("to");

    private static final Members SENT_MEMBERS = Members.of("to");

    private static final Members WEIGHED_MEMBERS = Members.of("to");

    /** For definitions. */
    ParcelEventCodec() {}

    @Override
    public List<Class<?>> types() {
        return List.of(
                ParcelEvent.Returned.class,
                ParcelEvent.Sent.class,
                ParcelEvent.Weighed.class);
    }

    @Override
    public Object read(int type, PayloadInput in) {
        return switch (type) {
            case 0 -> readReturned(in);
            case 1 -> readSent(in);
            case 2 -> readWeighed(in);
            default -> throw unknown(type);
        };
    }

    @Override
    public void write(int type, Object value, PayloadOutput out) {
        switch (type) {
            case 0 -> writeReturned(out, (ParcelEvent.Returned) value);
            case 1 -> writeSent(out, (ParcelEvent.Sent) value);
            case 2 -> writeWeighed(out, (ParcelEvent.Weighed) value);
            default -> throw unknown(type);
        }
    }

    private static ParcelEvent.Returned readReturned(PayloadInput in) {
        String to = null;
        in.beginRecord(RETURNED_MEMBERS);
        for (int member = in.nextMember(); member != PayloadInput.END; member = in.nextMember()) {
            switch (member) {
                case 0 -> to = in.readString();
            }
        }
        return new ParcelEvent.Returned(to);
    }

    private static void writeReturned(PayloadOutput out, ParcelEvent.Returned value) {
        out.beginObject();
        out.member("to").write(value.to());
        out.endObject();
    }

    private static ParcelEvent.Sent readSent(PayloadInput in) {
        String to = null;
        in.beginRecord(SENT_MEMBERS);
        for (int member = in.nextMember(); member != PayloadInput.END; member = in.nextMember()) {
            switch (member) {
                case 0 -> to = in.readString();
            }
        }
        return new ParcelEvent.Sent(to);
    }

    private static void writeSent(PayloadOutput out, ParcelEvent.Sent value) {
        out.beginObject();
        out.member("to").write(value.to());
        out.endObject();
    }

    private static ParcelEvent.Weighed readWeighed(PayloadInput in) {
        String to = null;
        in.beginRecord(WEIGHED_MEMBERS);
        for (int member = in.nextMember(); member != PayloadInput.END; member = in.nextMember()) {
            switch (member) {
                case 0 -> to = in.readString();
            }
        }
        return new ParcelEvent.Weighed(to);
    }

    private static void writeWeighed(PayloadOutput out, ParcelEvent.Weighed value) {
        out.beginObject();
        out.member("to").write(value.to());
        out.endObject();
    }
}
