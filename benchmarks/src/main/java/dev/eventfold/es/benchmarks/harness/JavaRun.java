package dev.eventfold.es.benchmarks.harness;

import java.util.Map;
import java.util.Objects;

/**
 * What a JVM of a job's own said and how long it took.
 *
 * @param said what it printed by {@link JavaProcess#say}
 * @param doneMillis from its start until it said that it was done
 * @param exitMillis from its start until it ended
 */
public record JavaRun(Map<String, String> said, double doneMillis, double exitMillis) {
    /** Copies. */
    public JavaRun {
        said = Map.copyOf(said);
    }

    /**
     * A number that it said.
     *
     * @param name the number's name
     * @return the number
     */
    public double number(String name) {
        return Double.parseDouble(Objects.requireNonNull(said.get(name), () -> "the process did not say " + name));
    }

    /**
     * Its peak memory.
     *
     * @return the peak of its resident set in bytes
     */
    public double peakBytes() {
        return number(JavaProcess.PEAK_BYTES);
    }
}
