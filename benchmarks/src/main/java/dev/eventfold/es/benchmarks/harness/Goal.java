package dev.eventfold.es.benchmarks.harness;

/**
 * What a figure should be.
 *
 * @param of the value itself, or its ratio to the baseline
 * @param bound whether the limit is the least or the most
 * @param limit the limit
 */
public record Goal(Of of, Bound bound, double limit) {
    /** What a goal is about. */
    public enum Of {
        /** The figure's own value. */
        VALUE,
        /** The figure's value by that of its baseline, both of the same round. */
        RATIO
    }

    /** Which side of the limit is good. */
    public enum Bound {
        /** The limit or more. */
        AT_LEAST,
        /** The limit or less. */
        AT_MOST
    }

    /**
     * How far beyond the limit a number is.
     *
     * @param measured the number
     * @return 1 at the limit, more when it is better, twice as good is 2
     */
    public double margin(double measured) {
        return bound == Bound.AT_LEAST ? measured / limit : limit / measured;
    }
}
