package dev.eventfold.es.runtime.domain;

import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.EventContext;
import dev.eventfold.es.ProcessManager;
import dev.eventfold.es.Reacts;
import java.util.Optional;

/** Reacts to what its own commands do: counts down from {@code down 3}. Stateless, as a record. */
@SuppressWarnings("eventfold:never-ends")
@ProcessManager("chain")
public record Chain() {
    @Reacts(key = Reacts.INSTANCE_ID, starts = true)
    Optional<CommandEnvelope> on(Worked event, EventContext context) {
        String[] words = event.task().split(" ");
        int left = words[0].equals("down") ? Integer.parseInt(words[1]) : 0;
        return left == 0
                ? Optional.empty()
                : Optional.of(Commands.to(context.instanceId(), new Work("down " + (left - 1))));
    }
}
