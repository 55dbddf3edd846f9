package dev.eventfold.es.runtime.observe;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** A commit got its place in the log: the recorded form. */
@Name("dev.eventfold.es.Commit")
@Label("Commit")
@Description("A commit got its place in the log")
@Category("eventfold-es")
@StackTrace(false)
public final class CommitEvent extends Event {
    @Label("Commit")
    long commit;

    @Label("Events")
    int events;
}
