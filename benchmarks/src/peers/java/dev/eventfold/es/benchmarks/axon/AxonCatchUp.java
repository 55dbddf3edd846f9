package dev.eventfold.es.benchmarks.axon;

import dev.eventfold.es.benchmarks.harness.Figure;
import dev.eventfold.es.benchmarks.harness.JavaProcess;
import dev.eventfold.es.benchmarks.harness.JavaRun;
import dev.eventfold.es.benchmarks.harness.Job;
import dev.eventfold.es.benchmarks.harness.Length;
import dev.eventfold.es.benchmarks.harness.Round;
import dev.eventfold.es.benchmarks.harness.Workbench;
import dev.eventfold.es.benchmarks.jobs.CatchUpMain;
import dev.eventfold.es.benchmarks.jobs.Settings;
import dev.eventfold.es.benchmarks.jobs.Stores;
import dev.eventfold.es.benchmarks.program.EchoSaga;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A cold process reads what happened and sends a durable command for each event: Axon, and we. */
public final class AxonCatchUp implements Job {
    private static final int STREAMS = 1_000;
    private static final List<String> HEAP = List.of("-Xmx512m");

    private Path axon = Path.of("");
    private Path ours = Path.of("");

    /** For the service loader. */
    public AxonCatchUp() {}

    @Override
    public String name() {
        return "axon-catch-up";
    }

    @Override
    public String title() {
        return "A cold JVM catches up by one command for each event, to one target for each source: Axon on SQLite, and ours";
    }

    @Override
    public Map<String, String> settings(Length length) {
        return Settings.of("durability", "FSYNC", "events", events(length), "streams", STREAMS, "Axon's batch", 100);
    }

    private static int events(Length length) {
        return length.pick(STREAMS, 10_000, 100_000);
    }

    @Override
    public List<Figure> figures() {
        return List.of(
                Figure.of("Axon", "ms", "axon"),
                Figure.of("Axon, commands", "1/s", "axon.rate"),
                Figure.of("Axon, peak memory", "MiB", "axon.memory"),
                Figure.of("eventfold-es", "ms", "ours").against("Axon", "axon"),
                Figure.of("eventfold-es, commands", "1/s", "ours.rate").against("Axon", "axon.rate"),
                Figure.of("eventfold-es, peak memory", "MiB", "ours.memory").against("Axon", "axon.memory"));
    }

    @Override
    public void prepare(Workbench bench) throws Exception {
        int each = events(bench.length()) / STREAMS;
        ours = Stores.filled(bench.directory("ours"), STREAMS, each);
        axon = bench.directory("axon");
        try (AxonStore store = AxonStore.open(axon, false)) {
            for (int i = 0; i < STREAMS; i++) {
                store.fill(Stores.id(i), each);
            }
        }
    }

    @Override
    public void run(Workbench bench, Round round) throws Exception {
        int events = events(bench.length());
        catchUp(bench, round, "axon", events, AxonCatchUpMain.class, axon, events);
        catchUp(bench, round, "ours", events, CatchUpMain.class, ours, EchoSaga.NAME);
    }

    private static void catchUp(
            Workbench bench, Round round, String name, int events, Class<?> main, Path from, Object argument)
            throws Exception {
        Path store = Stores.copy(from, bench.root().resolve("store"));
        JavaRun run = JavaProcess.run(HEAP, main, store, argument);
        if (run.number("dispatched") != events) {
            throw new IllegalStateException("not all were dispatched: " + run.said());
        }
        round.record(name, run.doneMillis());
        round.record(name + ".rate", events * 1e3 / run.number("passMillis"));
        round.record(name + ".memory", run.peakBytes() / (1 << 20));
    }
}
