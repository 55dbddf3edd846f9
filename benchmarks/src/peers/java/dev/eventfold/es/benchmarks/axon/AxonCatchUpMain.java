package dev.eventfold.es.benchmarks.axon;

import dev.eventfold.es.benchmarks.harness.JavaProcess;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A cold process in which Axon catches up, durably. */
final class AxonCatchUpMain {
    private AxonCatchUpMain() {}

    /**
     * Catches up.
     *
     * @param args the directory, how many events there are
     * @throws Exception when the database fails
     */
    public static void main(String... args) throws Exception {
        long events = Long.parseLong(args[1]);
        long began = System.nanoTime();
        try (AxonStore store = AxonStore.openWithEcho(Path.of(args[0]))) {
            while (store.events(AxonTarget.Echoed.class) < events) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
            }
            long nanos = System.nanoTime() - began;
            JavaProcess.done();
            JavaProcess.say("dispatched", store.events(AxonTarget.Echoed.class));
            JavaProcess.say("passMillis", nanos / 1e6);
        }
    }
}
