package dev.eventfold.es.runtime.observe;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** A group of commits was made durable: the recorded form. */
@Name("dev.eventfold.es.Fsync")
@Label("Fsync")
@Description("A group of commits was made durable")
@Category("eventfold-es")
@StackTrace(false)
public final class FsyncEvent extends Event {
    @Label("Last Commit")
    long commit;

    @DataAmount
    @Label("Bytes")
    long bytes;
}
