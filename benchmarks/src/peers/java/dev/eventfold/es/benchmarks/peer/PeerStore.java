package dev.eventfold.es.benchmarks.peer;

/**
 * An open store of a peer, with sources that count: what {@link dev.eventfold.es.benchmarks.program.Source} is with us. Safe for use by any
 * number of threads.
 */
public interface PeerStore extends AutoCloseable {
    /**
     * Counts a source on by one, by one event. Begins the source if there is none.
     *
     * @param id which one
     */
    void tick(String id);

    /**
     * Counts a source on that there is not yet, quickly: many events in each transaction.
     *
     * @param id which one
     * @param events how many events it is to have
     */
    void fill(String id, int events);

    /**
     * What a source has come to, folded from its events unless the store has done so before.
     *
     * @param id which one
     * @return the total
     */
    long total(String id);

    @Override
    void close();
}
