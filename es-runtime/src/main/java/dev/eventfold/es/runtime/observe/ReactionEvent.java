package dev.eventfold.es.runtime.observe;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** A process manager passed some events: the recorded form. */
@Name("dev.eventfold.es.Reaction")
@Label("Reaction")
@Description("A process manager passed some events")
@Category("eventfold-es")
@StackTrace(false)
public final class ReactionEvent extends Event {
    @Label("Process Manager")
    @Nullable
    String processManager;

    @Label("Events")
    int events;

    @Label("Position")
    long position;

    @Label("Commands Dispatched")
    long dispatched;

    @Label("Dead Letters")
    long deadLettered;
}
