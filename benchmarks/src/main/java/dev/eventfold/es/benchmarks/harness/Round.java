package dev.eventfold.es.benchmarks.harness;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** The measures of one round. For one thread. */
public final class Round {
    private final Map<String, Double> measures = new LinkedHashMap<>();

    /**
     * Takes a measure.
     *
     * @param measure its name, as in {@link Figure#measure()}
     * @param value its value
     */
    public void record(String measure, double value) {
        if (measures.put(measure, value) != null) {
            throw new IllegalArgumentException("measured twice in one round: measure=" + measure);
        }
    }

    /**
     * Takes p50 and p99 under the names {@code <measure>.p50} and {@code <measure>.p99}, in microseconds.
     *
     * @param measure the first part of the names
     * @param latencies the calls
     */
    public void record(String measure, Latencies latencies) {
        record(measure + ".p50", latencies.micros(0.50));
        record(measure + ".p99", latencies.micros(0.99));
    }

    double measure(String name) {
        return Objects.requireNonNull(measures.get(name), () -> "not measured: " + name);
    }
}
