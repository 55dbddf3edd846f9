package dev.eventfold.es.runtime.domain;

import dev.eventfold.es.EventContext;
import java.util.ArrayList;
import java.util.List;

/** A projection with keys. */
public record Progress(List<String> seen) {
    public Progress() {
        this(List.of());
    }

    Progress on(SourceEvent event, EventContext context) {
        List<String> more = new ArrayList<>(seen);
        more.add(context.key() + "@" + context.version());
        return new Progress(more);
    }
}
