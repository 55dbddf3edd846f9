package dev.eventfold.es.benchmarks.jobs;

import dev.eventfold.es.benchmarks.harness.JavaProcess;
import dev.eventfold.es.runtime.AggregateStore;
import java.nio.file.Path;

/** A process that writes one event more of each source, and ends as if it was killed. */
final class KilledMain {
    private KilledMain() {}

    /**
     * Writes.
     *
     * @param args the store, the number of sources
     */
    public static void main(String... args) {
        AggregateStore store = Stores.openFast(Path.of(args[0]));
        Stores.fill(store, 0, Integer.parseInt(args[1]), 1);
        JavaProcess.done();
        Runtime.getRuntime().halt(0);
    }
}
