package parcel;

import dev.eventfold.es.Effect;
import dev.eventfold.es.OnFailure;
import dev.eventfold.es.RecordedEvent;
import dev.eventfold.es.StartFrom;
import dev.eventfold.es.spi.EventfoldGenerated;
import dev.eventfold.es.spi.Keys;
import dev.eventfold.es.spi.PayloadCodec;
import dev.eventfold.es.spi.ProcessManagerDefinition;
import dev.eventfold.es.spi.Subscription;
import java.util.List;
import javax.annotation.processing.Generated;

/** What {@link Post.Keys} reacts to and how, as the run time calls it. Generated from it; do not edit. */
@Generated("dev.eventfold.es.processor.EventfoldProcessor")
@EventfoldGenerated(from = "parcel.Post.Keys")
public final class Post_KeysDefinition implements ProcessManagerDefinition<Post.Keys> {
    /** For the module class. */
    public Post_KeysDefinition() {}

    @Override
    public String name() {
        return "keys";
    }

    @Override
    public Class<Post.Keys> type() {
        return Post.Keys.class;
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
        return List.of(new Subscription("unseen", Subscription.ANY, true, false));
    }

    @Override
    public List<PayloadCodec> codecs() {
        return List.of(new PostCodec());
    }

    @Override
    public Post.Keys initial() {
        return new Post.Keys();
    }

    @Override
    public List<String> keys(RecordedEvent event) {
        return Keys.member(event, "\"a\";#`%%{init}%%$$x$$ <b>&amp;\n"
                        + "😀");
    }

    @Override
    public List<Effect> react(Post.Keys state, RecordedEvent event) {
        state.unseen(event);
        return List.of();
    }
}
