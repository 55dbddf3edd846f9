package dev.eventfold.es.runtime.program;

import dev.eventfold.es.runtime.store.EventFilter;
import dev.eventfold.es.runtime.store.StreamId;
import dev.eventfold.es.spi.Subscription;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which events a consumer subscribes to. The narrowest subscription counts; system events reach only who names them. Immutable. */
public final class Subscriptions implements EventFilter {
    private final Map<String, Map<String, Subscription>> byAggregate = new HashMap<>();

    /**
     * Of one consumer.
     *
     * @param subscriptions what it subscribes to
     */
    public Subscriptions(List<Subscription> subscriptions) {
        for (Subscription subscription : subscriptions) {
            byAggregate
                    .computeIfAbsent(subscription.aggregate(), aggregate -> new HashMap<>())
                    .put(subscription.event(), subscription);
        }
    }

    /**
     * The subscription that an event reaches.
     *
     * @param stream the stream of the event
     * @param event its stored name
     * @return null when it reaches none
     */
    public @Nullable Subscription match(StreamId stream, String event) {
        return match(stream.aggregate(), event);
    }

    @Override
    public boolean wants(String aggregate, String event) {
        return match(aggregate, event) != null;
    }

    private @Nullable Subscription match(String aggregate, String event) {
        Subscription named = in(byAggregate.get(aggregate), event);
        boolean ofSystem = aggregate.charAt(0) == '$';
        return named != null || ofSystem ? named : in(byAggregate.get(Subscription.ANY), event);
    }

    private static @Nullable Subscription in(@Nullable Map<String, Subscription> ofAggregate, String event) {
        if (ofAggregate == null) {
            return null;
        }
        Subscription exact = ofAggregate.get(event);
        return exact != null ? exact : ofAggregate.get(Subscription.ANY);
    }
}
