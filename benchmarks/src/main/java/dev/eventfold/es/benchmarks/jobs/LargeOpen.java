package dev.eventfold.es.benchmarks.jobs;

import dev.eventfold.es.benchmarks.harness.Figure;
import dev.eventfold.es.benchmarks.harness.JavaProcess;
import dev.eventfold.es.benchmarks.harness.JavaRun;
import dev.eventfold.es.benchmarks.harness.Job;
import dev.eventfold.es.benchmarks.harness.Length;
import dev.eventfold.es.benchmarks.harness.Round;
import dev.eventfold.es.benchmarks.harness.Workbench;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Opening a large store, after a clean close and after the process was killed. */
public final class LargeOpen implements Job {
    private static final List<String> OPTIONS = List.of("-Xmx512m");

    private Path store = Path.of("");
    private Path left = Path.of("");

    /** For the catalogue. */
    public LargeOpen() {}

    @Override
    public String name() {
        return "open-large";
    }

    @Override
    public String title() {
        return "Opening a large store in a heap of 512 MiB";
    }

    @Override
    public Map<String, String> settings(Length length) {
        return Settings.of("events", streams(length) * 10, "streams", streams(length));
    }

    private static int streams(Length length) {
        return length.pick(10_000, 100_000, 1_000_000);
    }

    @Override
    public int rounds(Length length) {
        return length.pick(1, 3, 5);
    }

    @Override
    public List<Figure> figures() {
        return List.of(
                Figure.of("after a clean close", "ms", "closed").atMost(1000),
                Figure.of("after a kill, when a tenth of the log had come", "ms", "killed"),
                Figure.of("peak memory", "MiB", "memory"));
    }

    @Override
    public void prepare(Workbench bench) throws Exception {
        int streams = streams(bench.length());
        store = Stores.filled(bench.directory("store"), streams, 10);
        left = Stores.filled(bench.directory("left"), streams, 9);
        JavaProcess.run(OPTIONS, KilledMain.class, left, streams);
    }

    @Override
    public void run(Workbench bench, Round round) throws Exception {
        JavaRun closed = JavaProcess.run(OPTIONS, StartUpMain.class, store);
        JavaRun killed = JavaProcess.run(OPTIONS, StartUpMain.class, left, "kill");
        round.record("closed", closed.number("openMillis"));
        round.record("killed", killed.number("openMillis"));
        round.record("memory", closed.peakBytes() / (1 << 20));
    }
}
