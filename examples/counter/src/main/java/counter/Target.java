package counter;

import dev.eventfold.es.Aggregate;
import dev.eventfold.es.Applies;
import dev.eventfold.es.Handles;
import java.util.ArrayList;
import java.util.List;

/**
 * Where echoes arrive.
 *
 * @param heard the names of the events echoed, in order
 */
@Aggregate("target")
public record Target(List<String> heard) {
    /** A new target has heard nothing. */
    public Target() {
        this(List.of());
    }

    @Handles
    Echoed handle(Echo command) {
        return new Echoed(command.sourceEventType());
    }

    @Applies
    Target apply(Echoed event) {
        List<String> more = new ArrayList<>(heard);
        more.add(event.sourceEventType());
        return new Target(List.copyOf(more));
    }
}
