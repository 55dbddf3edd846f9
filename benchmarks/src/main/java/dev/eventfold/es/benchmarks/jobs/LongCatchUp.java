package dev.eventfold.es.benchmarks.jobs;

import dev.eventfold.es.benchmarks.harness.Figure;
import dev.eventfold.es.benchmarks.harness.JavaProcess;
import dev.eventfold.es.benchmarks.harness.JavaRun;
import dev.eventfold.es.benchmarks.harness.Job;
import dev.eventfold.es.benchmarks.harness.Length;
import dev.eventfold.es.benchmarks.harness.Round;
import dev.eventfold.es.benchmarks.harness.Workbench;
import dev.eventfold.es.benchmarks.program.EchoSaga;
import dev.eventfold.es.benchmarks.program.KeyedEcho;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The same over a long log with little memory, and with as many open process instances as there are sources. */
public final class LongCatchUp implements Job {
    private static final List<String> HEAP = List.of("-Xmx128m");

    private Path plain = Path.of("");
    private Path keyed = Path.of("");

    /** For the catalogue. */
    public LongCatchUp() {}

    @Override
    public String name() {
        return "catch-up-long";
    }

    @Override
    public String title() {
        return "Catch-up with commands over a long log in a heap of 128 MiB; keyed, each source has an open instance";
    }

    @Override
    public Map<String, String> settings(Length length) {
        return Settings.of(
                "durability",
                "FSYNC",
                "events",
                events(length),
                "streams",
                10_000,
                "open instances",
                instances(length));
    }

    private static int events(Length length) {
        return length.pick(20_000, 150_000, 1_000_000);
    }

    private static int instances(Length length) {
        return length.pick(2_000, 15_000, 100_000);
    }

    @Override
    public int rounds(Length length) {
        return length.pick(1, 1, 5);
    }

    @Override
    public List<Figure> figures() {
        return List.of(
                Figure.of("commands", "1/s", "plain").atLeast(250_000),
                Figure.of("commands, keyed", "1/s", "keyed").atLeast(150_000),
                Figure.of("peak memory", "MiB", "plain.memory"),
                Figure.of("peak memory, keyed", "MiB", "keyed.memory"));
    }

    @Override
    public void prepare(Workbench bench) {
        int events = events(bench.length());
        int instances = instances(bench.length());
        plain = Stores.filled(bench.directory("plain"), 10_000, events / 10_000);
        keyed = Stores.filled(bench.directory("keyed"), instances, events / instances);
    }

    @Override
    public void run(Workbench bench, Round round) throws Exception {
        int events = events(bench.length());
        catchUp(bench, round, "plain", plain, EchoSaga.NAME, events);
        catchUp(bench, round, "keyed", keyed, KeyedEcho.NAME, events);
    }

    private static void catchUp(Workbench bench, Round round, String name, Path from, String processManager, int events)
            throws Exception {
        Path store = Stores.copy(from, bench.root().resolve("store"));
        JavaRun run = JavaProcess.run(HEAP, CatchUpMain.class, store, processManager);
        if (run.number("dispatched") != events) {
            throw new IllegalStateException("not all were dispatched: " + run.said());
        }
        round.record(name, run.number("dispatched") * 1e3 / run.number("passMillis"));
        round.record(name + ".memory", run.peakBytes() / (1 << 20));
    }
}
