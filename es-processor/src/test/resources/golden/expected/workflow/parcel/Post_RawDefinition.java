package parcel;

import dev.eventfold.es.Effect;
import dev.eventfold.es.OnFailure;
import dev.eventfold.es.RecordedEvent;
import dev.eventfold.es.StartFrom;
import dev.eventfold.es.spi.EventfoldGenerated;
import dev.eventfold.es.spi.PayloadCodec;
import dev.eventfold.es.spi.ProcessManagerDefinition;
import dev.eventfold.es.spi.Results;
import dev.eventfold.es.spi.Sends;
import dev.eventfold.es.spi.Subscription;
import java.util.List;
import javax.annotation.processing.Generated;

/** What {@link Post.Raw} reacts to and how, as the run time calls it. Generated from it; do not edit. */
@Generated("dev.eventfold.es.processor.EventfoldProcessor")
@EventfoldGenerated(from = "parcel.Post.Raw")
public final class Post_RawDefinition implements ProcessManagerDefinition<Post.Raw> {
    /** For the module class. */
    public Post_RawDefinition() {}

    @Override
    public String name() {
        return "post_$1";
    }

    @Override
    public Class<Post.Raw> type() {
        return Post.Raw.class;
    }

    @Override
    public boolean keyed() {
        return false;
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
                new Subscription(Subscription.ANY, Subscription.ANY, false, false),
                new Subscription(Subscription.ANY, "Closed", false, false),
                new Subscription("päckchen", Subscription.ANY, false, false),
                new Subscription("päckchen", "class", false, false),
                new Subscription("unseen", Subscription.ANY, false, false, Sends.only()));
    }

    @Override
    public List<PayloadCodec> codecs() {
        return List.of(new PostCodec());
    }

    @Override
    public Post.Raw initial() {
        return new Post.Raw();
    }

    @Override
    public List<String> keys(RecordedEvent event) {
        return List.of("");
    }

    @Override
    public List<Effect> react(Post.Raw state, RecordedEvent event) {
        return switch (event.aggregate()) {
            case "päckchen" -> reactToPCkchen(state, event);
            case "unseen" -> reactToUnseen(state, event);
            default -> reactToAnyAggregate(state, event);
        };
    }

    private List<Effect> reactToAnyAggregate(Post.Raw state, RecordedEvent event) {
        switch (event.event()) {
            case "Closed" -> state.closed(event);
            default -> state.any(event);
        }
        return List.of();
    }

    private List<Effect> reactToPCkchen(Post.Raw state, RecordedEvent event) {
        return switch (event.event()) {
            case "class" -> Results.optional(state.one(event));
            default -> {
                state.others(event);
                yield List.of();
            }
        };
    }

    private List<Effect> reactToUnseen(Post.Raw state, RecordedEvent event) {
        return Results.optional(state.unseen(event));
    }
}
