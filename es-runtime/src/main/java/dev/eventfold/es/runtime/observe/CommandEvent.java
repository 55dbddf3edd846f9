package dev.eventfold.es.runtime.observe;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** A command of a caller, from the call to the durable answer: the recorded form. */
@Name("dev.eventfold.es.Command")
@Label("Command")
@Description("A command of a caller, from the call to the durable answer")
@Category("eventfold-es")
@StackTrace(false)
public final class CommandEvent extends Event {
    @Label("Aggregate")
    @Nullable
    String aggregate;

    @Label("Command")
    @Nullable
    String command;

    @Label("Outcome")
    @Nullable
    String outcome;

    @Label("Events")
    int events;
}
