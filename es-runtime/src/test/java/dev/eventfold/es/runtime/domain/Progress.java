package dev.eventfold.es.runtime.domain;

import dev.eventfold.es.EventContext;
import dev.eventfold.es.Projection;
import dev.eventfold.es.Projects;
import java.util.ArrayList;
import java.util.List;

/** A projection with keys. */
@Projection("progress")
public record Progress(List<String> seen) {
    public Progress() {
        this(List.of());
    }

    @Projects(key = "key")
    Progress on(SourceEvent.Began event, EventContext context) {
        return with(context);
    }

    @Projects(key = "key")
    Progress on(SourceEvent.Went event, EventContext context) {
        return with(context);
    }

    @Projects(key = "key")
    Progress on(SourceEvent.Finished event, EventContext context) {
        return with(context);
    }

    @Projects(key = "keys")
    Progress on(SourceEvent.Told event, EventContext context) {
        return with(context);
    }

    private Progress with(EventContext context) {
        List<String> more = new ArrayList<>(seen);
        more.add(context.key() + "@" + context.version());
        return new Progress(more);
    }
}
