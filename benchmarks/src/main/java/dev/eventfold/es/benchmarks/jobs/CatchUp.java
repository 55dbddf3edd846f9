package dev.eventfold.es.benchmarks.jobs;

import dev.eventfold.es.benchmarks.harness.Figure;
import dev.eventfold.es.benchmarks.harness.JavaProcess;
import dev.eventfold.es.benchmarks.harness.JavaRun;
import dev.eventfold.es.benchmarks.harness.Job;
import dev.eventfold.es.benchmarks.harness.Length;
import dev.eventfold.es.benchmarks.harness.Round;
import dev.eventfold.es.benchmarks.harness.Workbench;
import dev.eventfold.es.benchmarks.program.EchoSaga;
import dev.eventfold.es.benchmarks.raw.CopyLinesMain;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A process manager that was away: a cold process reads what happened and sends a durable command for each event. */
public final class CatchUp implements Job {
    private static final int FEW = 1_000;
    private static final int MANY = 10_000;
    private static final List<String> HEAP = List.of("-Xmx512m");

    private Path few = Path.of("");
    private Path many = Path.of("");

    /** For the catalogue. */
    public CatchUp() {}

    @Override
    public String name() {
        return "catch-up";
    }

    @Override
    public String title() {
        return "A cold JVM catches up with 100,000 events by one command each, to one target for each source";
    }

    @Override
    public Map<String, String> settings(Length length) {
        return Settings.of("durability", "FSYNC", "events", events(length), "streams", FEW + " and " + MANY);
    }

    private static int events(Length length) {
        return length.pick(20_000, 100_000, 100_000);
    }

    @Override
    public List<Figure> figures() {
        String raw = "cold JVM, parse and write the lines";
        return List.of(
                Figure.of("1,000 streams", "ms", "few")
                        .against(raw, "raw")
                        .atMost(1500)
                        .ratioAtMost(2.5),
                Figure.of("10,000 streams", "ms", "many")
                        .against(raw, "raw")
                        .atMost(1500)
                        .ratioAtMost(2.5),
                Figure.of("10,000 streams", "ms", "many")
                        .against("1,000 streams", "few")
                        .ratioAtMost(1.1),
                Figure.of("commands, pass alone, 1,000 streams", "1/s", "few.rate"),
                Figure.of("commands, pass alone, 10,000 streams", "1/s", "many.rate"),
                Figure.of("peak memory, 10,000 streams", "MiB", "many.memory"));
    }

    @Override
    public void prepare(Workbench bench) {
        few = Stores.filled(bench.directory("few"), FEW, events(bench.length()) / FEW);
        many = Stores.filled(bench.directory("many"), MANY, events(bench.length()) / MANY);
    }

    @Override
    public void run(Workbench bench, Round round) throws Exception {
        int events = events(bench.length());
        catchUp(bench, round, "few", few, events);
        JavaRun raw = JavaProcess.run(
                HEAP,
                CopyLinesMain.class,
                few.resolve("events"),
                bench.directory("raw").resolve("copy"));
        round.record("raw", raw.doneMillis());
        catchUp(bench, round, "many", many, events);
    }

    private static void catchUp(Workbench bench, Round round, String name, Path from, int events) throws Exception {
        Path store = Stores.copy(from, bench.root().resolve("store"));
        JavaRun run = JavaProcess.run(HEAP, CatchUpMain.class, store, EchoSaga.NAME);
        if (run.number("dispatched") != events) {
            throw new IllegalStateException("not all were dispatched: " + run.said());
        }
        round.record(name, run.doneMillis());
        round.record(name + ".rate", events * 1e3 / run.number("passMillis"));
        round.record(name + ".memory", run.peakBytes() / (1 << 20));
    }
}
