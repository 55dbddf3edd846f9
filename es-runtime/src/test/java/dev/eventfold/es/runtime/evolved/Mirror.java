package dev.eventfold.es.runtime.evolved;

import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.EventContext;
import dev.eventfold.es.ProcessManager;
import dev.eventfold.es.Reacts;
import dev.eventfold.es.Upcasts;
import dev.eventfold.es.runtime.domain.Commands;
import java.util.Optional;

/** Gives the mirror image of an article each new price. */
@SuppressWarnings("eventfold:never-ends")
@ProcessManager(value = "mirror", key = Reacts.INSTANCE_ID, version = 2)
public final class Mirror {
    private long cents;
    private int events;

    public record V1(int euros) {}

    @Upcasts(from = 1)
    static Mirror inCents(V1 state) {
        Mirror mirror = new Mirror();
        mirror.cents = state.euros() * 100L;
        return mirror;
    }

    @Reacts(starts = true)
    Optional<CommandEnvelope> on(Priced event, EventContext context) {
        events++;
        if (event.cents() == cents || context.instanceId().startsWith("mirror of ")) {
            return Optional.empty();
        }
        cents = event.cents();
        return Optional.of(Commands.to(
                "mirror of " + context.instanceId(), new Reprice(event.cents() % 777_00, event.currency())));
    }
}
