package dev.eventfold.es.runtime;

/** What {@link AggregateStore#rebuild} did. Made by the run time; not for users to implement. */
public interface RebuildReport {
    /**
     * The process manager, or the projection.
     *
     * @return its stored name
     */
    String processManager();

    /**
     * The generation of rows that is in use since.
     *
     * @return 2 after the first rebuild, and growing; 1 of a projection, which has no generations
     */
    int generation();

    /**
     * How often an instance reacted again.
     *
     * @return events, rejections and timeouts, each counted for each instance that was given it; of a projection the events folded
     */
    long events();

    /**
     * How many rows there were when the new ones came into use.
     *
     * @return instances that live, and sequences that wait behind a failure; of a projection its instances
     */
    long rows();
}
