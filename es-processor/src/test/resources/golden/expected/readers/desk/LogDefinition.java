package desk;

import dev.eventfold.es.Effect;
import dev.eventfold.es.RecordedEvent;
import dev.eventfold.es.StartFrom;
import dev.eventfold.es.spi.EventfoldGenerated;
import dev.eventfold.es.spi.SubscriberDefinition;
import dev.eventfold.es.spi.Subscription;
import java.util.List;
import javax.annotation.processing.Generated;

/** What {@link Log} receives and how, as the run time calls it. Generated from it; do not edit. */
@Generated("dev.eventfold.es.processor.EventfoldProcessor")
@EventfoldGenerated(from = "desk.Log")
public final class LogDefinition implements SubscriberDefinition<Log> {
    /** For the module class. */
    public LogDefinition() {}

    @Override
    public String name() {
        return "log";
    }

    @Override
    public Class<Log> type() {
        return Log.class;
    }

    @Override
    public StartFrom startFrom() {
        return StartFrom.BEGINNING;
    }

    @Override
    public List<Subscription> subscriptions() {
        return List.of(new Subscription("order", Subscription.ANY, false, false));
    }

    @Override
    public List<Effect> receive(Log subscriber, RecordedEvent event) {
        subscriber.on(event);
        return List.of();
    }
}
