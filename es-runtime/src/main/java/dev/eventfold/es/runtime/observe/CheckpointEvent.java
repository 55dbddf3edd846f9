package dev.eventfold.es.runtime.observe;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** Positions and indexes were written beside the log: the recorded form. */
@Name("dev.eventfold.es.Checkpoint")
@Label("Checkpoint")
@Description("Positions and indexes were written beside the log")
@Category("eventfold-es")
@StackTrace(false)
public final class CheckpointEvent extends Event {
    @Label("Commit")
    long commit;

    @Label("With Index")
    boolean withIndex;
}
