package dev.eventfold.es.runtime.observe;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** A command or an event failed and is kept: the recorded form. */
@Name("dev.eventfold.es.DeadLetter")
@Label("Dead Letter")
@Description("A command or an event failed and is kept")
@Category("eventfold-es")
@StackTrace(false)
public final class DeadLetterEvent extends Event {
    @Label("Consumer")
    @Nullable
    String consumer;

    @Label("Cause")
    @Nullable
    String cause;

    @Label("Sequence")
    @Nullable
    String sequence;
}
