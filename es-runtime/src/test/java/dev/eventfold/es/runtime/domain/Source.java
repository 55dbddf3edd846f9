package dev.eventfold.es.runtime.domain;

import dev.eventfold.es.Aggregate;
import dev.eventfold.es.Applies;
import dev.eventfold.es.Handles;

/** Where tests make events. */
@Aggregate("source")
public record Source(int events) {
    public Source() {
        this(0);
    }

    @Handles
    SourceEvent handle(SourceCommand.Begin command) {
        return new SourceEvent.Began(command.key(), command.tasks());
    }

    @Handles
    SourceEvent handle(SourceCommand.Go command) {
        return new SourceEvent.Went(command.key(), command.tasks());
    }

    @Handles
    SourceEvent handle(SourceCommand.Finish command) {
        return new SourceEvent.Finished(command.key(), command.tasks());
    }

    @Handles
    SourceEvent handle(SourceCommand.Tell command) {
        return new SourceEvent.Told(command.keys(), command.tasks());
    }

    @Applies
    Source apply(SourceEvent event) {
        return new Source(events + 1);
    }
}
