package dev.eventfold.es.benchmarks.jobs;

/** How often in a second a warm piece of code does what it does. */
final class Rate {
    /** Of so many the best one counts. */
    static final int TIMES = 5;

    private Rate() {}

    static double best(int count, Runnable code) {
        long shortest = Long.MAX_VALUE;
        for (int i = 0; i < TIMES; i++) {
            long began = System.nanoTime();
            code.run();
            shortest = Math.min(shortest, System.nanoTime() - began);
        }
        return count * 1e9 / shortest;
    }
}
