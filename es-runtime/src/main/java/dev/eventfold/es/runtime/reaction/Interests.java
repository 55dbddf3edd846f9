package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.runtime.program.Subscriptions;
import dev.eventfold.es.runtime.store.EventFilter;
import dev.eventfold.es.runtime.store.StreamId;
import dev.eventfold.es.spi.ProcessManagerDefinition;
import dev.eventfold.es.spi.RejectionReaction;
import dev.eventfold.es.spi.Subscription;
import dev.eventfold.es.spi.TimeoutReaction;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which events a process manager reacts to. The narrowest subscription counts; system events reach only who names them. */
final class Interests implements EventFilter {
    private final Subscriptions subscriptions;
    private final Map<String, RejectionReaction> rejections = new HashMap<>();
    private final Map<String, TimeoutReaction> timeouts = new HashMap<>();
    private final String rejectionStreams;
    private final String timeoutStreams;

    Interests(ProcessManagerDefinition<?> definition) {
        rejectionStreams = SystemStreams.rejections(definition.name());
        timeoutStreams = SystemStreams.timeouts(definition.name());
        for (RejectionReaction rejection : definition.rejectionReactions()) {
            rejections.put(rejection.aggregate() + "/" + rejection.command(), rejection);
        }
        for (TimeoutReaction timeout : definition.timeoutReactions()) {
            timeouts.put(timeout.name(), timeout);
        }
        subscriptions = new Subscriptions(definition.subscriptions());
    }

    @Nullable
    Subscription match(StreamId stream, String event) {
        return subscriptions.match(stream, event);
    }

    /** Whether it may react to events of a name. Of the system's own it looks at all: what they say is not in their names. */
    @Override
    public boolean wants(String aggregate, String event) {
        return aggregate.charAt(0) == '$' || subscriptions.wants(aggregate, event);
    }

    /** Whether a stream tells the process manager of its rejected commands. */
    boolean isOfRejections(StreamId stream) {
        return stream.aggregate().equals(rejectionStreams);
    }

    /** Whether a stream holds the timeouts of the process manager that fired. */
    boolean isOfTimeouts(StreamId stream) {
        return stream.aggregate().equals(timeoutStreams);
    }

    /** What answers the rejection of a command, by the name that it has now. */
    @Nullable
    RejectionReaction answer(String aggregate, String command) {
        return rejections.get(aggregate + "/" + command);
    }

    /** What answers a timeout. */
    @Nullable
    TimeoutReaction timeout(String name) {
        return timeouts.get(name);
    }

    /** The names of its timeouts. */
    Set<String> timeouts() {
        return timeouts.keySet();
    }
}
