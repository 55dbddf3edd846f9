package parcel;

import dev.eventfold.es.spi.EventfoldGenerated;
import dev.eventfold.es.spi.Members;
import dev.eventfold.es.spi.PayloadCodec;
import dev.eventfold.es.spi.PayloadInput;
import dev.eventfold.es.spi.PayloadOutput;
import java.util.List;
import javax.annotation.processing.Generated;

/** How the payloads of {@link Post} are stored. Generated from it; do not edit. */
@Generated("dev.eventfold.es.processor.EventfoldProcessor")
@EventfoldGenerated(
    from = {
        "parcel.Post.Family",
        "parcel.Post.Keys",
        "parcel.Post.Life",
        "parcel.Post.Raw"
    })
final class PostCodec implements PayloadCodec {
    private static final Members FAMILY_MEMBERS = Members.of();

    private static final Members KEYS_MEMBERS = Members.of();

    private static final Members LIFE_MEMBERS = Members.of();

    private static final Members RAW_MEMBERS = Members.of();

    /** For definitions. */
    PostCodec() {}

    @Override
    public List<Class<?>> types() {
        return List.of(
                Post.Family.class,
                Post.Keys.class,
                Post.Life.class,
                Post.Raw.class);
    }

    @Override
    public Object read(int type, PayloadInput in) {
        return switch (type) {
            case 0 -> readFamily(in);
            case 1 -> readKeys(in);
            case 2 -> readLife(in);
            case 3 -> readRaw(in);
            default -> throw unknown(type);
        };
    }

    @Override
    public void write(int type, Object value, PayloadOutput out) {
        switch (type) {
            case 0 -> writeFamily(out, (Post.Family) value);
            case 1 -> writeKeys(out, (Post.Keys) value);
            case 2 -> writeLife(out, (Post.Life) value);
            case 3 -> writeRaw(out, (Post.Raw) value);
            default -> throw unknown(type);
        }
    }

    private static Post.Family readFamily(PayloadInput in) {
        Post.Family value = new Post.Family();
        in.beginFields(FAMILY_MEMBERS);
        in.nextMember();
        return value;
    }

    private static void writeFamily(PayloadOutput out, Post.Family unused) {
        out.beginObject();
        out.endObject();
    }

    private static Post.Keys readKeys(PayloadInput in) {
        Post.Keys value = new Post.Keys();
        in.beginFields(KEYS_MEMBERS);
        in.nextMember();
        return value;
    }

    private static void writeKeys(PayloadOutput out, Post.Keys unused) {
        out.beginObject();
        out.endObject();
    }

    private static Post.Life readLife(PayloadInput in) {
        Post.Life value = new Post.Life();
        in.beginFields(LIFE_MEMBERS);
        in.nextMember();
        return value;
    }

    private static void writeLife(PayloadOutput out, Post.Life unused) {
        out.beginObject();
        out.endObject();
    }

    private static Post.Raw readRaw(PayloadInput in) {
        Post.Raw value = new Post.Raw();
        in.beginFields(RAW_MEMBERS);
        in.nextMember();
        return value;
    }

    private static void writeRaw(PayloadOutput out, Post.Raw unused) {
        out.beginObject();
        out.endObject();
    }
}
