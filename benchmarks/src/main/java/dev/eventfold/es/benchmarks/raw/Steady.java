package dev.eventfold.es.benchmarks.raw;

import dev.eventfold.es.benchmarks.harness.Latencies;

/**
 * What a steady load reached.
 *
 * @param perSecond records, commands or events in a second
 * @param latencies of the calls, each of which may have carried several records
 */
public record Steady(double perSecond, Latencies latencies) {
    /**
     * Of a load that began some time ago.
     *
     * @param count how many records there were
     * @param began {@link System#nanoTime()} at the beginning
     * @param latencies of the calls
     * @return the rate until now
     */
    public static Steady since(long began, long count, Latencies latencies) {
        return new Steady(count * 1e9 / (System.nanoTime() - began), latencies);
    }
}
