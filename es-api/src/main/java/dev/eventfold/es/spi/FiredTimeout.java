package dev.eventfold.es.spi;

import dev.eventfold.es.EventContext;

/**
 * A timeout that is due, on its way to the instance that set it; as a context, about the event that says so, at the time that it was due. Made
 * by the run time.
 */
public interface FiredTimeout extends EventContext {
    /**
     * The timeout's name.
     *
     * @return the stored name
     */
    String timeout();
}
