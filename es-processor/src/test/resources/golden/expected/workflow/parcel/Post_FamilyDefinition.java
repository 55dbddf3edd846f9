package parcel;

import dev.eventfold.es.Effect;
import dev.eventfold.es.OnFailure;
import dev.eventfold.es.RecordedEvent;
import dev.eventfold.es.StartFrom;
import dev.eventfold.es.spi.EventfoldGenerated;
import dev.eventfold.es.spi.Keys;
import dev.eventfold.es.spi.PayloadCodec;
import dev.eventfold.es.spi.ProcessManagerDefinition;
import dev.eventfold.es.spi.Results;
import dev.eventfold.es.spi.Sends;
import dev.eventfold.es.spi.Subscription;
import java.util.List;
import javax.annotation.processing.Generated;

/** What {@link Post.Family} reacts to and how, as the run time calls it. Generated from it; do not edit. */
@Generated("dev.eventfold.es.processor.EventfoldProcessor")
@EventfoldGenerated(
    from = {
        "parcel.ParcelEvent.Returned",
        "parcel.ParcelEvent.Sent",
        "parcel.ParcelEvent.Weighed",
        "parcel.Post.Family"
    })
public final class Post_FamilyDefinition implements ProcessManagerDefinition<Post.Family> {
    private static final Sends SENDS_FORGET = Sends.only("päckchen/Forget");

    /** For the module class. */
    public Post_FamilyDefinition() {}

    @Override
    public String name() {
        return "post.$1";
    }

    @Override
    public Class<Post.Family> type() {
        return Post.Family.class;
    }

    @Override
    public boolean keyed() {
        return true;
    }

    @Override
    public OnFailure onFailure() {
        return OnFailure.PARK;
    }

    @Override
    public StartFrom startFrom() {
        return StartFrom.UNSTATED;
    }

    @Override
    public boolean strict() {
        return false;
    }

    @Override
    public List<Subscription> subscriptions() {
        return List.of(
                new Subscription("päckchen", "a__b.c-d$e", true, true, SENDS_FORGET),
                new Subscription("päckchen", "class", true, true, SENDS_FORGET),
                new Subscription("päckchen", "送った", true, true, SENDS_FORGET));
    }

    @Override
    public List<PayloadCodec> codecs() {
        return List.of(
                new ParcelEventCodec(),
                new PostCodec());
    }

    @Override
    public Post.Family initial() {
        return new Post.Family();
    }

    @Override
    public List<String> keys(RecordedEvent event) {
        return switch (event.event()) {
            case "a__b.c-d$e" -> Keys.one(event.as(ParcelEvent.Weighed.class).to());
            case "class" -> Keys.one(event.as(ParcelEvent.Returned.class).to());
            case "送った" -> Keys.one(event.as(ParcelEvent.Sent.class).to());
            default -> throw unknown(event);
        };
    }

    @Override
    public List<Effect> react(Post.Family state, RecordedEvent event) {
        return switch (event.event()) {
            case "a__b.c-d$e" -> Results.optional(state.on(event.as(ParcelEvent.Weighed.class), event));
            case "class" -> Results.optional(state.on(event.as(ParcelEvent.Returned.class), event));
            case "送った" -> Results.optional(state.on(event.as(ParcelEvent.Sent.class), event));
            default -> throw unknown(event);
        };
    }
}
