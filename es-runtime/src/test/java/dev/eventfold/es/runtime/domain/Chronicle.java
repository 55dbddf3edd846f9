package dev.eventfold.es.runtime.domain;

import dev.eventfold.es.EventContext;
import dev.eventfold.es.Projection;
import dev.eventfold.es.Projects;
import dev.eventfold.es.Reacts;
import java.util.ArrayList;
import java.util.List;

/** A projection with a key for each name of a source or machine: what happened there, in the order of the log. */
@Projection("chronicle")
public record Chronicle(List<String> seen) {
    public Chronicle() {
        this(List.of());
    }

    @Projects(key = Reacts.INSTANCE_ID)
    Chronicle on(SourceEvent event, EventContext context) {
        return with(context);
    }

    @Projects(key = Reacts.INSTANCE_ID)
    Chronicle on(Worked event, EventContext context) {
        return with(context);
    }

    private Chronicle with(EventContext context) {
        List<String> more = new ArrayList<>(seen);
        more.add(context.aggregate() + "@" + context.version());
        return new Chronicle(more);
    }
}
