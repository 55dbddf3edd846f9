package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.runtime.store.StreamId;
import dev.eventfold.es.spi.Subscription;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which events a process manager reacts to. The narrowest subscription counts; system events reach only who names them. */
final class Interests {
    private final Map<String, Map<String, Subscription>> byAggregate = new HashMap<>();

    Interests(List<Subscription> subscriptions) {
        for (Subscription subscription : subscriptions) {
            byAggregate
                    .computeIfAbsent(subscription.aggregate(), aggregate -> new HashMap<>())
                    .put(subscription.event(), subscription);
        }
    }

    @Nullable
    Subscription match(StreamId stream, String event) {
        Subscription named = in(byAggregate.get(stream.aggregate()), event);
        return named != null || stream.isSystem() ? named : in(byAggregate.get(Subscription.ANY), event);
    }

    private static @Nullable Subscription in(@Nullable Map<String, Subscription> ofAggregate, String event) {
        if (ofAggregate == null) {
            return null;
        }
        Subscription exact = ofAggregate.get(event);
        return exact != null ? exact : ofAggregate.get(Subscription.ANY);
    }
}
