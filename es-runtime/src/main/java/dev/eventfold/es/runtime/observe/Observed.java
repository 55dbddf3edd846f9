package dev.eventfold.es.runtime.observe;

import jdk.jfr.Event;

/** Something that takes time, while it goes on. Told by {@link Observer}. */
public abstract class Observed extends Event {
    /** When it began, where a listener wants to know. */
    transient long beganNanos;

    Observed() {}
}
