package dev.eventfold.es.runtime.domain;

import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.EventContext;
import dev.eventfold.es.ProcessManager;
import dev.eventfold.es.Reacts;
import dev.eventfold.es.StartFrom;
import dev.eventfold.es.Upcasts;
import java.util.List;
import java.util.stream.Stream;

/** Its state had another shape. */
@ProcessManager(value = "tallying", version = 2, startFrom = StartFrom.BEGINNING)
public class Tallying {
    private List<String> seen = List.of();

    public record V1(String last) {}

    @Upcasts(from = 1)
    public static Tallying fromLast(V1 state) {
        Tallying tallying = new Tallying();
        tallying.seen = List.of(state.last());
        return tallying;
    }

    @Reacts
    CommandEnvelope on(Counted event, EventContext context) {
        seen = Stream.concat(seen.stream(), Stream.of(event.amount() + event.unit()))
                .toList();
        return Commands.to(context.instanceId(), new Work(String.join(" ", seen)));
    }
}
