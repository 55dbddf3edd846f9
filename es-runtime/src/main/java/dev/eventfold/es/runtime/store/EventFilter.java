package dev.eventfold.es.runtime.store;

/** Which events a reader wants. The store asks before it reads more of an event than its name. */
@FunctionalInterface
public interface EventFilter {
    /** Every event. */
    EventFilter ALL = (aggregate, event) -> true;

    /**
     * Whether events of a name are wanted.
     *
     * @param aggregate the stored name of the aggregate
     * @param event the stored name of the event
     * @return always the same for the same names
     */
    boolean wants(String aggregate, String event);
}
