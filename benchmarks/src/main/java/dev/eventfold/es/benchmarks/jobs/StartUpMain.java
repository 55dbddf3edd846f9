package dev.eventfold.es.benchmarks.jobs;

import dev.eventfold.es.benchmarks.harness.JavaProcess;
import dev.eventfold.es.benchmarks.program.Commands;
import dev.eventfold.es.benchmarks.program.Source;
import dev.eventfold.es.runtime.AggregateStore;
import dev.eventfold.es.runtime.json.Jackson;
import java.nio.file.Path;

/** A cold process that opens a store and executes one durable command. */
final class StartUpMain {
    /** The system property that turns generated codecs off. */
    static final String GENERAL = "benchmarks.general";

    private StartUpMain() {}

    /**
     * Starts.
     *
     * @param args the store; anything more, and the process ends as if it was killed
     */
    public static void main(String... args) {
        long began = System.nanoTime();
        AggregateStore.Builder builder = AggregateStore.builder();
        if (Boolean.getBoolean(GENERAL)) {
            builder.codec(Jackson.with(json -> json));
        }
        AggregateStore store = builder.open(Path.of(args[0]));
        double openMillis = (System.nanoTime() - began) / 1e6;
        store.execute(Commands.to(Stores.id(1), new Source.Tick(1)));
        JavaProcess.done();
        JavaProcess.say("openMillis", openMillis);
        if (args.length > 1) {
            Runtime.getRuntime().halt(0);
        }
        store.close();
    }
}
