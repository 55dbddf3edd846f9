package dev.eventfold.es.benchmarks.jobs;

import dev.eventfold.es.benchmarks.harness.Figure;
import dev.eventfold.es.benchmarks.harness.JavaProcess;
import dev.eventfold.es.benchmarks.harness.JavaRun;
import dev.eventfold.es.benchmarks.harness.Job;
import dev.eventfold.es.benchmarks.harness.Length;
import dev.eventfold.es.benchmarks.harness.Round;
import dev.eventfold.es.benchmarks.harness.Workbench;
import dev.eventfold.es.benchmarks.program.Commands;
import dev.eventfold.es.benchmarks.program.KeyedEcho;
import dev.eventfold.es.benchmarks.program.ProcessManagers;
import dev.eventfold.es.benchmarks.program.Source;
import dev.eventfold.es.runtime.AggregateStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What the others notice of instances that are blocked: the same catch-up where none is, and where every third one is. */
public final class BlockedCatchUp implements Job {
    private static final List<String> HEAP = List.of("-Xmx512m");
    private static final int INSTANCES = 3_000;

    private Path none = Path.of("");
    private Path third = Path.of("");

    /** For the catalogue. */
    public BlockedCatchUp() {}

    @Override
    public String name() {
        return "catch-up-blocked";
    }

    @Override
    public String title() {
        return "Catch-up of 3,000 process instances when a third of them is blocked, and has as many events as the others";
    }

    @Override
    public Map<String, String> settings(Length length) {
        return Settings.of(
                "durability", "FSYNC", "instances", INSTANCES, "blocked", INSTANCES / 3, "events", events(length));
    }

    private static int events(Length length) {
        return length.pick(15_000, 30_000, 300_000);
    }

    @Override
    public List<Figure> figures() {
        return List.of(
                Figure.of("none blocked, all events", "ms", "none"),
                Figure.of("every third blocked, all events", "ms", "third")
                        .against("none blocked", "none")
                        .ratioAtMost(1.5),
                Figure.of("commands of the others, none blocked", "1/s", "none.rate"),
                Figure.of("commands of the others, every third blocked", "1/s", "third.rate"));
    }

    @Override
    public void prepare(Workbench bench) {
        int each = events(bench.length()) / INSTANCES;
        none = filled(bench.directory("none"), 1, each);
        third = filled(bench.directory("third"), -1, each);
    }

    /** The first event of every third instance counts by something, and what it sends fails when that is negative. */
    private static Path filled(Path directory, int by, int eventsOfEach) {
        try (AggregateStore store = Stores.openFast(directory)) {
            for (int source = 0; source < INSTANCES; source += 3) {
                store.execute(Commands.to(Stores.id(source), new Source.Tick(by)));
            }
            ProcessManagers.run(store, KeyedEcho.NAME);
            Stores.fill(store, 0, INSTANCES, eventsOfEach);
        }
        return directory;
    }

    @Override
    public void run(Workbench bench, Round round) throws Exception {
        int events = events(bench.length());
        catchUp(bench, round, "none", none, events, events);
        catchUp(bench, round, "third", third, events, events / 3 * 2);
    }

    private static void catchUp(Workbench bench, Round round, String name, Path from, int events, int dispatched)
            throws Exception {
        Path store = Stores.copy(from, bench.root().resolve("store"));
        JavaRun run = JavaProcess.run(HEAP, CatchUpMain.class, store, KeyedEcho.NAME);
        if (run.number("dispatched") != dispatched) {
            throw new IllegalStateException("not all that could be was dispatched: " + run.said());
        }
        round.record(name, run.number("passMillis"));
        round.record(name + ".rate", events / 3 * 2 * 1e3 / run.number("passMillis"));
    }
}
