package trip;

import dev.eventfold.es.spi.EventfoldGenerated;
import dev.eventfold.es.spi.Members;
import dev.eventfold.es.spi.PayloadCodec;
import dev.eventfold.es.spi.PayloadInput;
import dev.eventfold.es.spi.PayloadOutput;
import java.lang.Object;
import java.lang.Override;
import java.util.List;
import javax.annotation.processing.Generated;

/** How the payloads of {@link Changed} are stored. Generated from it; do not edit. */
@Generated("dev.eventfold.es.processor.EventfoldProcessor")
@EventfoldGenerated(from = "trip.Changed")
final class ChangedCodec implements PayloadCodec {
    private static final Members CHANGED_MEMBERS = Members.of("language", "preferred", "at").optional("preferred");

    /** For definitions. */
    ChangedCodec() {}

    @Override
    public List<java.lang.Class<?>> types() {
        return List.of(Changed.class);
    }

    @Override
    public Object read(int type, PayloadInput in) {
        return switch (type) {
            case 0 -> readChanged(in);
            default -> throw unknown(type);
        };
    }

    @Override
    public void write(int type, Object value, PayloadOutput out) {
        switch (type) {
            case 0 -> writeChanged(out, (Changed) value);
            default -> throw unknown(type);
        }
    }

    private static Changed readChanged(PayloadInput in) {
        Changed value = new Changed();
        in.beginFields(CHANGED_MEMBERS);
        for (int member = in.nextMember(); member != PayloadInput.END; member = in.nextMember()) {
            switch (member) {
                case 0 -> value.language = in.readString();
                case 1 -> value.preferred = in.readOptional(each -> each.readEnum(Class.class));
                case 2 -> value.at = in.readBoolean();
            }
        }
        return value;
    }

    private static void writeChanged(PayloadOutput out, Changed value) {
        out.beginObject();
        out.member("language").write(value.language);
        out.member("preferred").writeOptional(value.preferred, PayloadOutput::write);
        out.member("at").write(value.at);
        out.endObject();
    }
}
