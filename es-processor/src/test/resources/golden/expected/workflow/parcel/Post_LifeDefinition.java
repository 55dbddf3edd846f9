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
import parcel.elsewhere.Raised;
import parcel.elsewhere.RaisedCodec;

/** What {@link Post.Life} reacts to and how, as the run time calls it. Generated from it; do not edit. */
@Generated("dev.eventfold.es.processor.EventfoldProcessor")
@EventfoldGenerated(
    from = {
        "parcel.ParcelEvent.Returned",
        "parcel.ParcelEvent.Sent",
        "parcel.ParcelEvent.Weighed",
        "parcel.Post.Life",
        "parcel.elsewhere.Raised"
    })
public final class Post_LifeDefinition implements ProcessManagerDefinition<Post.Life> {
    /** For the module class. */
    public Post_LifeDefinition() {}

    @Override
    public String name() {
        return "post";
    }

    @Override
    public Class<Post.Life> type() {
        return Post.Life.class;
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
                new Subscription("end", "Raised", false, true),
                new Subscription("päckchen", "a__b.c-d$e", false, false, Sends.only("end/o-raise", "end/o.raise")),
                new Subscription("päckchen", "class", false, false),
                new Subscription("päckchen", "送った", true, false, Sends.only("päckchen/Forget", "päckchen/weigh$1")));
    }

    @Override
    public List<PayloadCodec> codecs() {
        return List.of(
                new ParcelEventCodec(),
                new PostCodec(),
                new RaisedCodec());
    }

    @Override
    public Post.Life initial() {
        return new Post.Life();
    }

    @Override
    public List<String> keys(RecordedEvent event) {
        return switch (event.aggregate()) {
            case "end" -> keysOfEnd(event);
            case "päckchen" -> keysOfPCkchen(event);
            default -> throw unknown(event);
        };
    }

    private List<String> keysOfEnd(RecordedEvent event) {
        return switch (event.event()) {
            case "Raised" -> Keys.one(event.instanceId());
            default -> throw unknown(event);
        };
    }

    private List<String> keysOfPCkchen(RecordedEvent event) {
        return switch (event.event()) {
            case "a__b.c-d$e" -> Keys.one(event.as(ParcelEvent.Weighed.class).to());
            case "class" -> Keys.one(event.as(ParcelEvent.Returned.class).to());
            case "送った" -> Keys.one(event.as(ParcelEvent.Sent.class).to());
            default -> throw unknown(event);
        };
    }

    @Override
    public List<Effect> react(Post.Life state, RecordedEvent event) {
        return switch (event.aggregate()) {
            case "end" -> reactToEnd(state, event);
            case "päckchen" -> reactToPCkchen(state, event);
            default -> throw unknown(event);
        };
    }

    private List<Effect> reactToEnd(Post.Life state, RecordedEvent event) {
        switch (event.event()) {
            case "Raised" -> state.on(event.as(Raised.class));
            default -> throw unknown(event);
        }
        return List.of();
    }

    private List<Effect> reactToPCkchen(Post.Life state, RecordedEvent event) {
        return switch (event.event()) {
            case "a__b.c-d$e" -> Results.optional(state.on(event.as(ParcelEvent.Weighed.class)));
            case "class" -> Results.one(state.on(event.as(ParcelEvent.Returned.class)));
            case "送った" -> Results.list(state.on(event.as(ParcelEvent.Sent.class)));
            default -> throw unknown(event);
        };
    }
}
