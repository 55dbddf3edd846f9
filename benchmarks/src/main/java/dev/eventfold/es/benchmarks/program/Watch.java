package dev.eventfold.es.benchmarks.program;

import dev.eventfold.es.ProcessManager;
import dev.eventfold.es.Reacts;

/** Looks at each tick and does nothing about it: reactions only. */
@ProcessManager(Watch.NAME)
public final class Watch {
    /** Its stored name. */
    public static final String NAME = "watch";

    Watch() {}

    @Reacts
    void on(Source.Ticked event) {}
}
