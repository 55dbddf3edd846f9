package dev.eventfold.es.runtime.observe;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** The state of an aggregate was kept beside the log: the recorded form. */
@Name("dev.eventfold.es.Snapshot")
@Label("Snapshot")
@Description("The state of an aggregate was kept beside the log")
@Category("eventfold-es")
@StackTrace(false)
public final class SnapshotEvent extends Event {
    @Label("Aggregate")
    String aggregate = "";

    @Label("Version")
    long version;

    @Label("Bytes")
    @DataAmount
    int bytes;
}
