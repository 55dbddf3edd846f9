package dev.eventfold.es.benchmarks.jobs;

import dev.eventfold.es.benchmarks.harness.JavaProcess;
import dev.eventfold.es.benchmarks.program.ProcessManagers;
import dev.eventfold.es.runtime.AggregateStore;
import dev.eventfold.es.runtime.ProcessManagerReport;
import java.nio.file.Path;

/** A cold process that opens a store and lets one process manager catch up, durably. */
public final class CatchUpMain {
    private CatchUpMain() {}

    /**
     * Catches up.
     *
     * @param args the store, the process manager
     */
    public static void main(String... args) {
        try (AggregateStore store = AggregateStore.open(Path.of(args[0]))) {
            long began = System.nanoTime();
            ProcessManagerReport report = ProcessManagers.run(store, args[1]);
            long nanos = System.nanoTime() - began;
            JavaProcess.done();
            JavaProcess.say("dispatched", report.dispatched());
            JavaProcess.say("passMillis", nanos / 1e6);
        }
    }
}
