package dev.eventfold.es.runtime.store;

import java.util.Objects;

/**
 * The right to move one consumer through one partition. Taking it again makes every earlier one stale.
 *
 * @param consumer the consumer's name
 * @param partition the partition
 * @param epoch counts the takings
 */
public record Lease(String consumer, int partition, long epoch) {
    /** Checks that nothing is missing. */
    public Lease {
        Objects.requireNonNull(consumer, "consumer");
        if (partition < 0) {
            throw new IndexOutOfBoundsException("partitions count from 0: partition=" + partition);
        }
    }
}
