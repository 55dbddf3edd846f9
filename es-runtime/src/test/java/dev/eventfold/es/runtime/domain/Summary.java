package dev.eventfold.es.runtime.domain;

import dev.eventfold.es.EventContext;
import dev.eventfold.es.Projection;
import dev.eventfold.es.Projects;
import java.util.ArrayList;
import java.util.List;

/** A projection without keys, in fields that it assigns, also when it throws. */
@Projection("summary")
public final class Summary {
    private int events;
    private List<String> done = new ArrayList<>();

    @Projects
    void on(SourceEvent event) {
        events++;
        for (String task : event.tasks()) {
            if (task.startsWith("!throw")) {
                throw new IllegalStateException("told to throw");
            }
            if (task.startsWith("!broken")) {
                Mending.require(task.split(" ")[1]);
            }
        }
    }

    @Projects
    void on(Worked event, EventContext context) {
        done.add(context.instanceId() + ":" + event.task());
    }

    /** How many events of sources there were. */
    public int events() {
        return events;
    }

    /** What machines did, in the order of the log. */
    public List<String> done() {
        return done;
    }
}
